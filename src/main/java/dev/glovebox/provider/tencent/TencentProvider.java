package dev.glovebox.provider.tencent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.BodyStream;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.Members;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RequestHeaders;
import dev.glovebox.provider.RestProvider;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Tencent Cloud API 3.0. Reads all three documents. */
public final class TencentProvider extends RestProvider<TencentKey> {

    /** The provider's name in settings and results. */
    public static final String NAME = "tencent";

    static final String SERVICE = "ocr";
    private static final String VERSION = "2018-11-19";
    /** All three operations accept this size on both the Chinese and the international site. */
    private static final int BASE64_BYTES = 7 * 1024 * 1024;
    private static final Map<DocumentType, ImageLimits> LIMITS = Map.of(DocumentType.VIN,
            ImageLimits.withoutPixelLimits(BASE64_BYTES, Set.of(ImageFormat.JPEG, ImageFormat.PNG)), DocumentType.LICENSE_PLATE,
            ImageLimits.withoutPixelLimits(BASE64_BYTES, Set.of(ImageFormat.JPEG, ImageFormat.PNG)),
            DocumentType.VEHICLE_LICENSE,
            ImageLimits.withoutPixelLimits(BASE64_BYTES, Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP)));

    private final TencentOcrApi api;
    private final Endpoint endpoint;
    private final String region;
    private final TencentClock clock;

    /** @param region the value of X-TC-Region; null leaves the header out */
    TencentProvider(TencentOcrApi api, ProviderContext context, Credentials<TencentKey> keys, Endpoint endpoint,
            String region) {
        super(context, keys);
        this.api = api;
        this.endpoint = endpoint;
        this.region = region;
        this.clock = new TencentClock(context.clock());
    }

    @Override
    public Optional<ImageLimits> limits(DocumentType type) {
        return Optional.of(LIMITS.get(type));
    }

    @Override
    protected Uni<Response> connect() {
        return api.connect();
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return Uni.createFrom().deferred(() -> {
            ImageBody body = TencentRequest.body(request, context().json());
            return credentials().use(key -> {
                Duration offset = clock.offset();
                return call(request, body, key, offset)
                        .flatMap(answer -> isSignatureExpired(answer) && clock.correct(answer.date(), offset)
                                ? call(request, body, key, clock.offset())
                                : Uni.createFrom().item(answer))
                        .map(answer -> recognition(request, answer));
            });
        });
    }

    private Uni<WireAnswer> call(OcrRequest request, ImageBody body, TencentKey key, Duration offset) {
        return context().answer(Uni.createFrom().deferred(
                () -> api.call(headers(request, body, key, clock.now(offset)), BodyStream.of(body))))
                .map(answer -> answer.withRequestId(Members.text(answer.body().path("Response"), "RequestId")));
    }

    private Map<String, String> headers(OcrRequest request, ImageBody body, TencentKey key, Instant now) {
        String action = action(request.type());
        String authorization = key.signer().authorization("POST", "", Map.of("content-type", TencentOcrApi.CONTENT_TYPE, "host",
                endpoint.hostHeader(), "x-tc-action", action), body.sha256(), now);
        return RequestHeaders.of(request, TencentOcrApi.CONTENT_TYPE, body).with("X-TC-Action", action)
                .with("X-TC-Version", VERSION).with("X-TC-Timestamp", String.valueOf(now.getEpochSecond()))
                .with("X-TC-Region", region).with("X-TC-Token", key.token()).with("Authorization", authorization).asMap();
    }

    private static String action(DocumentType type) {
        return switch (type) {
            case VIN -> "VinOCR";
            case VEHICLE_LICENSE -> "VehicleLicenseOCR";
            case LICENSE_PLATE -> "LicensePlateOCR";
        };
    }

    private static boolean isSignatureExpired(WireAnswer answer) {
        return TencentErrors.SIGNATURE_EXPIRED.equals(error(answer).path("Code").asText());
    }

    private static Recognition recognition(OcrRequest request, WireAnswer answer) {
        JsonNode error = error(answer);
        if (!answer.isOk() || !error.isMissingNode()) {
            throw TencentErrors.failure(answer, ErrorTable.code(error.path("Code"))).toException();
        }
        JsonNode response = answer.body().path("Response");
        NormalizedDocument<? extends Document> document = TencentDocuments.document(request.type(), request.options(), response)
                .orElseThrow(() -> WireFailures.noResult(NAME));
        return new Recognition(document, answer.requestId(), answer.body());
    }

    /** Returns the error, which answers with status 200 may have too; a missing node if there is none. */
    private static JsonNode error(WireAnswer answer) {
        return answer.body().path("Response").path("Error");
    }
}
