package dev.glovebox.provider.huawei;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.BodyStream;
import dev.glovebox.provider.ClockSkew;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RequestHeaders;
import dev.glovebox.provider.RestProvider;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Huawei Cloud OCR v2. Reads all three documents. */
public final class HuaweiProvider extends RestProvider<HuaweiAuthentication> {

    /** The provider's name in settings and results. */
    public static final String NAME = "huawei";

    private static final Set<ImageFormat> FORMATS = Set.of(ImageFormat.values());
    /** The limit is 10 MB for the whole body (ModelArts.4104); 1 KB is left for the other members. */
    private static final int BASE64_BYTES = 10 * 1024 * 1024 - 1024;
    /** Huawei's documents disagree on the longest side; these are the smaller figures. */
    private static final Map<DocumentType, ImageLimits> LIMITS = Map.of(DocumentType.VIN,
            new ImageLimits(15, 4096, BASE64_BYTES, FORMATS), DocumentType.LICENSE_PLATE,
            new ImageLimits(15, 4096, BASE64_BYTES, FORMATS), DocumentType.VEHICLE_LICENSE,
            new ImageLimits(100, 8000, BASE64_BYTES, FORMATS));

    private final HuaweiOcrApi api;
    private final HuaweiLicenseCalls licenses;

    HuaweiProvider(HuaweiOcrApi api, ProviderContext context, Credentials<HuaweiAuthentication> authentication,
            HuaweiLicenseApi licenseApi) {
        super(context, authentication);
        this.api = api;
        this.licenses = new HuaweiLicenseCalls(context, licenseApi);
    }

    @Override
    public Optional<ImageLimits> limits(DocumentType type) {
        return Optional.of(LIMITS.get(type));
    }

    @Override
    protected Uni<Void> prepare() {
        return credentials().use(HuaweiAuthentication::warmUp);
    }

    @Override
    protected Uni<Response> connect() {
        return api.connect();
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return credentials().use(authentication -> request.type() == DocumentType.VEHICLE_LICENSE
                ? licenses.read(request, body -> call(request, body, authentication))
                : Uni.createFrom().deferred(() -> call(request, HuaweiRequest.body(request, context().json()), authentication))
                        .map(answer -> recognition(request, answer)));
    }

    private Uni<WireAnswer> call(OcrRequest request, ImageBody body, HuaweiAuthentication authentication) {
        return authentication.authenticate(operation(request), body)
                .flatMap(proof -> send(request, body, proof).onFailure(HuaweiProvider::wantsNewToken)
                        .recoverWithUni(refusal -> authentication.renew(proof)
                                .map(renewed -> retry(request, body, authentication, renewed))
                                .orElseGet(() -> Uni.createFrom().failure(refusal))));
    }

    private Uni<WireAnswer> retry(OcrRequest request, ImageBody body, HuaweiAuthentication authentication,
            Uni<HuaweiAuthentication.Proof> renewed) {
        return renewed.flatMap(proof -> send(request, body, proof).onFailure(HuaweiProvider::wantsNewToken)
                .invoke(refusal -> authentication.block((FailureException) refusal)));
    }

    private static boolean wantsNewToken(Throwable thrown) {
        return thrown instanceof FailureException known && known.failure().retry() == RetryAdvice.WITH_NEW_TOKEN;
    }

    private Uni<WireAnswer> send(OcrRequest request, ImageBody body, HuaweiAuthentication.Proof proof) {
        Map<String, String> headers = RequestHeaders.of(request, MediaType.APPLICATION_JSON, body).with(proof.headers())
                .asMap();
        return context().answer(api.recognize(proof.projectId(), operation(request), headers, BodyStream.of(body)))
                .invoke(this::checkForError);
    }

    private void checkForError(WireAnswer answer) {
        // some operations' pages show the error in the result; both are errors, even with status 200
        JsonNode body = answer.body();
        JsonNode code = body.has("error_code") ? body.get("error_code") : body.path("result").path("error_code");
        if (!answer.isOk() || !code.isMissingNode()) {
            throw ClockSkew.explain(HuaweiErrors.failure(answer, ErrorTable.code(code)), answer, context().clock().instant())
                    .toException();
        }
    }

    /** Huawei's operations have the names of our document types. */
    private static String operation(OcrRequest request) {
        return request.type().id();
    }

    private static Recognition recognition(OcrRequest request, WireAnswer answer) {
        NormalizedDocument<? extends Document> document = HuaweiDocuments
                .document(request.type(), request.options(), answer.body().path("result"))
                .orElseThrow(() -> WireFailures.noResult(NAME));
        return new Recognition(document, answer.requestId(), answer.body());
    }
}
