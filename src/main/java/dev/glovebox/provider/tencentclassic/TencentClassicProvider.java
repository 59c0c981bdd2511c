package dev.glovebox.provider.tencentclassic;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.StreamSupport;

import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.Box;
import dev.glovebox.document.Confidence;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VinDocument;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.BodyStream;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.Members;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Tencent's classic OCR. Reads VINs. */
public final class TencentClassicProvider implements OcrProvider {

    /** Its name in settings and results. */
    public static final String NAME = "tencent-classic";

    private static final String OK = "0";
    /** 6 MB for the whole body: a little is left for the braces and the account. */
    private static final ImageLimits LIMITS = ImageLimits.anySide(6 * 1024 * 1024 - 1024,
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP));

    private final TencentClassicOcrApi api;
    private final String appId;
    private final Credentials<TencentClassicSigner> signers;
    private final CallPolicy policy;
    private final ObjectMapper json;
    private final InstantSource clock;

    TencentClassicProvider(TencentClassicOcrApi api, String appId, Credentials<TencentClassicSigner> signers, CallPolicy policy,
            ObjectMapper json, InstantSource clock) {
        this.api = api;
        this.appId = appId;
        this.signers = signers;
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
        return type == DocumentType.VIN ? Optional.of(LIMITS) : Optional.empty();
    }

    @Override
    public CallPolicy policy() {
        return policy;
    }

    @Override
    public Uni<Void> ready() {
        return signers.ready();
    }

    @Override
    public Uni<Void> warmUp() {
        return signers.ready().chain(api::connect).replaceWithVoid();
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return Uni.createFrom().deferred(() -> {
            ImageBody body = body(request.image());
            return signers.use(signer -> call(request, body, signer)
                    .flatMap(answer -> TencentClassicErrors.wantNewSignature(code(answer)) ? call(request, body, signer)
                            : Uni.createFrom().item(answer))
                    .map(TencentClassicProvider::recognition));
        });
    }

    private ImageBody body(Image image) {
        String account = "{\"appid\":" + json.valueToTree(appId) + ",";
        return switch (image) {
            case Image.Inline inline -> ImageBody.of(account + "\"image\":\"", inline.bytes(), "\"}");
            case Image.Remote remote -> ImageBody.of(account + "\"url\":\"" + remote.url().toASCIIString() + "\"}");
        };
    }

    private Uni<WireAnswer> call(OcrRequest request, ImageBody body, TencentClassicSigner signer) {
        return WireAnswer.to(
                Uni.createFrom().deferred(() -> api.recognize(signer.authorization(clock.instant()),
                        request.traceparent(), request.xray(), MediaType.APPLICATION_JSON, body.length(), BodyStream.of(body))),
                NAME, json, clock).map(TencentClassicProvider::identified);
    }

    private static WireAnswer identified(WireAnswer answer) {
        String session = Members.text(answer.body().path("data"), "session_id");
        return answer.identifiedBy(session != null ? session : Members.text(answer.body(), "session_id"));
    }

    /** The documentation has two shapes of an answer; what neither has is none. */
    private static Recognition recognition(WireAnswer answer) {
        JsonNode body = answer.body();
        String code = code(answer);
        if (!answer.isOk() || code != null && !code.equals(OK)) {
            throw TencentClassicErrors.failure(answer, OK.equals(code) ? null : code).toException();
        }
        JsonNode data = body.path("data");
        JsonNode items = data.has("items") ? data.get("items") : body.path("items");
        if (code == null || !items.isArray()) {
            throw WireFailures.noResult(NAME);
        }
        List<Reading> readings = new ArrayList<>();
        items.forEach(item -> readings.add(reading(item)));
        return new Recognition(VinDocument.ofOneOf(readings), answer.requestId(), body);
    }

    private static String code(WireAnswer answer) {
        JsonNode body = answer.body();
        return ErrorTable.code(body.has("code") ? body.get("code") : body.path("errorcode"));
    }

    private static Reading reading(JsonNode item) {
        JsonNode at = item.path("itemcoord");
        return new Reading(Members.text(item, "itemstring"), confidence(item),
                Box.ofRectangle(Members.integer(at, "x"), Members.integer(at, "y"), Members.integer(at, "width"),
                        Members.integer(at, "height")));
    }

    /** A text is as sure as the least sure of its characters; 0..100 on the wire. */
    private static Double confidence(JsonNode item) {
        OptionalDouble least = StreamSupport.stream(item.path("words").spliterator(), false)
                .map(word -> word.path("confidence")).filter(JsonNode::isNumber).mapToDouble(JsonNode::doubleValue).min();
        if (least.isPresent()) {
            return Confidence.ofPercent(least.getAsDouble());
        }
        JsonNode whole = item.path("itemconf");
        // documented as 0..100, seen as 0..1
        return !whole.isNumber() ? null
                : whole.doubleValue() <= 1 ? whole.doubleValue()
                        : Confidence.ofPercent(whole.doubleValue());
    }
}
