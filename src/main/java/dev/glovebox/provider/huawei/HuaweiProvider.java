package dev.glovebox.provider.huawei;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Normalized;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.BodyStream;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Huawei Cloud OCR v2. Reads all three documents. */
public final class HuaweiProvider implements OcrProvider {

    /** Its name in settings and results. */
    public static final String NAME = "huawei";

    private static final Set<ImageFormat> FORMATS = Set.of(ImageFormat.values());
    /** 10 MB, which the whole body must keep too (ModelArts.4104): a little is left for the braces and options. */
    private static final int BASE64_BYTES = 10 * 1024 * 1024 - 1024;
    /** Where the provider's documents disagree on the longest side, the smaller figure. */
    private static final Map<DocumentType, ImageLimits> LIMITS = Map.of(DocumentType.VIN,
            new ImageLimits(15, 4096, BASE64_BYTES, FORMATS), DocumentType.LICENSE_PLATE,
            new ImageLimits(15, 4096, BASE64_BYTES, FORMATS), DocumentType.VEHICLE_LICENSE,
            new ImageLimits(100, 8000, BASE64_BYTES, FORMATS));

    private final HuaweiOcrApi api;
    private final Credentials<HuaweiAuthentication> authentications;
    private final CallPolicy policy;
    private final ObjectMapper json;
    private final InstantSource clock;

    HuaweiProvider(HuaweiOcrApi api, Credentials<HuaweiAuthentication> authentications, CallPolicy policy, ObjectMapper json,
            InstantSource clock) {
        this.api = api;
        this.authentications = authentications;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<ImageLimits> limits(DocumentType type) {
        return Optional.of(LIMITS.get(type));
    }

    @Override
    public CallPolicy policy() {
        return policy;
    }

    @Override
    public Uni<Void> ready() {
        return authentications.ready();
    }

    @Override
    public Uni<Void> warmUp() {
        return authentications.use(HuaweiAuthentication::warmUp).chain(api::connect).replaceWithVoid();
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return Uni.createFrom().deferred(() -> {
            ImageBody body = HuaweiRequest.body(request);
            // the operations are named as the documents are
            String operation = request.type().id();
            return authentications.use(authentication -> call(request, operation, body, authentication));
        });
    }

    private Uni<Recognition> call(OcrRequest request, String operation, ImageBody body, HuaweiAuthentication authentication) {
        return authentication.prove(operation, body)
                .flatMap(proof -> call(request, operation, body, proof).onFailure(HuaweiProvider::asksForNewToken)
                        .recoverWithUni(refusal -> authentication.proveAgain(proof)
                                .map(another -> another.flatMap(renewed -> call(request, operation, body, renewed)
                                        .onFailure(HuaweiProvider::asksForNewToken)
                                        .invoke(again -> authentication.refusedAgain((FailureException) again))))
                                .orElseGet(() -> Uni.createFrom().failure(refusal))));
    }

    private static boolean asksForNewToken(Throwable failure) {
        return failure instanceof FailureException told && told.failure().retry() == RetryAdvice.WITH_NEW_TOKEN;
    }

    private Uni<Recognition> call(OcrRequest request, String operation, ImageBody body, HuaweiAuthentication.Proof proof) {
        return WireAnswer.to(api
                .recognize(proof.projectId(), operation, proof.token() == null ? null : proof.token().value(),
                        proof.authorization(), proof.date(), proof.authorization() == null ? null : proof.projectId(),
                        proof.securityToken(), request.traceparent(), request.xray(), MediaType.APPLICATION_JSON, body.length(),
                        BodyStream.of(body)),
                NAME, json, clock).map(answer -> recognition(request, answer));
    }

    private static Recognition recognition(OcrRequest request, WireAnswer answer) {
        JsonNode body = answer.body();
        JsonNode result = body.path("result");
        // documented flat, and wrapped on some operations' pages; with status 200 either is still an error
        JsonNode code = body.has("error_code") ? body.get("error_code") : result.path("error_code");
        if (!answer.isOk() || !code.isMissingNode()) {
            throw HuaweiErrors.failure(answer, ErrorTable.code(code)).toException();
        }
        Normalized<? extends Document> document = HuaweiDocuments.document(request.type(), request.options(), result)
                .orElseThrow(() -> WireFailures.noResult(NAME));
        return new Recognition(document, answer.requestId(), body);
    }
}
