package dev.glovebox.provider.tencent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Normalized;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.BodyStream;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.Members;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Tencent Cloud API 3.0. Reads all three documents. */
public final class TencentProvider implements OcrProvider {

    /** Its name in settings and results. */
    public static final String NAME = "tencent";

    static final String SERVICE = "ocr";
    private static final String VERSION = "2018-11-19";
    /** The service takes five minutes; dates are of a second, and answers take a while. */
    private static final Duration WORTH_CORRECTING = Duration.ofMinutes(1);
    /** What all three operations take on both the Chinese and the international site. */
    private static final int BASE64_BYTES = 7 * 1024 * 1024;
    private static final Map<DocumentType, ImageLimits> LIMITS = Map.of(DocumentType.VIN,
            ImageLimits.anySide(BASE64_BYTES, Set.of(ImageFormat.JPEG, ImageFormat.PNG)), DocumentType.LICENSE_PLATE,
            ImageLimits.anySide(BASE64_BYTES, Set.of(ImageFormat.JPEG, ImageFormat.PNG)), DocumentType.VEHICLE_LICENSE,
            ImageLimits.anySide(BASE64_BYTES, Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP)));

    private final TencentOcrApi api;
    private final TencentSettings settings;
    private final Endpoint endpoint;
    private final Credentials<TencentKey> keys;
    private final CallPolicy policy;
    private final ObjectMapper json;
    private final InstantSource clock;
    /** How far the service's clock is ahead of this one, where that has kept it from taking a signature. */
    private volatile Duration ahead = Duration.ZERO;

    TencentProvider(TencentOcrApi api, TencentSettings settings, Endpoint endpoint, Credentials<TencentKey> keys,
            CallPolicy policy,
            ObjectMapper json, InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.endpoint = endpoint;
        this.keys = keys;
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
        return keys.ready();
    }

    @Override
    public Uni<Void> warmUp() {
        return keys.ready().chain(api::connect).replaceWithVoid();
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return Uni.createFrom().deferred(() -> {
            ImageBody body = TencentRequest.body(request);
            return keys.use(key -> {
                Duration first = ahead;
                return call(request, body, key, first)
                        .flatMap(answer -> isOutOfTime(answer) && isClockCorrected(answer, first)
                                ? call(request, body, key, ahead)
                                : Uni.createFrom().item(answer))
                        .map(answer -> recognition(request, answer));
            });
        });
    }

    /** @param offset how far the service's clock is taken to be ahead */
    private Uni<WireAnswer> call(OcrRequest request, ImageBody body, TencentKey key, Duration offset) {
        return WireAnswer.to(Uni.createFrom().deferred(() -> {
            Instant now = clock.instant().plus(offset);
            String action = action(request.type());
            String authorization = key.signer().authorization("POST", "",
                    Map.of("content-type", TencentOcrApi.CONTENT_TYPE, "host",
                            endpoint.hostHeader(), "x-tc-action", action),
                    body.sha256(), now);
            return api.call(action, VERSION, now.getEpochSecond(), settings.region().orElse(null),
                    key.token(), authorization, request.traceparent(), request.xray(),
                    TencentOcrApi.CONTENT_TYPE, body.length(),
                    BodyStream.of(body));
        }), NAME, json, clock)
                .map(answer -> answer.identifiedBy(Members.text(answer.body().path("Response"), "RequestId")));
    }

    private static String action(DocumentType type) {
        return switch (type) {
            case VIN -> "VinOCR";
            case VEHICLE_LICENSE -> "VehicleLicenseOCR";
            case LICENSE_PLATE -> "LicensePlateOCR";
        };
    }

    private static boolean isOutOfTime(WireAnswer answer) {
        return TencentErrors.SIGNATURE_EXPIRED.equals(error(answer).path("Code").asText());
    }

    /**
     * False where the answer does not say what time it is there, or nothing else than what this call was signed with.
     *
     * @param offset how far the service's clock was taken to be ahead; by now another call may have found out better
     */
    private boolean isClockCorrected(WireAnswer answer, Duration offset) {
        if (answer.date() == null) {
            return false;
        }
        ahead = Duration.between(clock.instant(), answer.date());
        return ahead.minus(offset).abs().compareTo(WORTH_CORRECTING) > 0;
    }

    private static Recognition recognition(OcrRequest request, WireAnswer answer) {
        JsonNode error = error(answer);
        if (!answer.isOk() || !error.isMissingNode()) {
            throw TencentErrors.failure(answer, ErrorTable.code(error.path("Code"))).toException();
        }
        JsonNode response = answer.body().path("Response");
        Normalized<? extends Document> document = TencentDocuments.document(request.type(), request.options(), response)
                .orElseThrow(() -> WireFailures.noResult(NAME));
        return new Recognition(document, answer.requestId(), answer.body());
    }

    /** With status 200 too; missing where there is none. */
    private static JsonNode error(WireAnswer answer) {
        return answer.body().path("Response").path("Error");
    }
}
