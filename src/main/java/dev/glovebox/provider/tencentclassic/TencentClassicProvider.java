package dev.glovebox.provider.tencentclassic;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.BodyStream;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.Members;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RequestHeaders;
import dev.glovebox.provider.RequestJson;
import dev.glovebox.provider.RestProvider;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Tencent's classic OCR. Reads VINs. */
public final class TencentClassicProvider extends RestProvider<TencentClassicSigner> {

    /** The provider's name in settings and results. */
    public static final String NAME = "tencent-classic";

    private static final String OK = "0";
    /** The limit is 6 MB for the whole body; 1 KB is left for the other members. */
    private static final ImageLimits LIMITS = ImageLimits.withoutPixelLimits(6 * 1024 * 1024 - 1024,
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP));

    private final TencentClassicOcrApi api;
    private final String appId;

    TencentClassicProvider(TencentClassicOcrApi api, ProviderContext context, Credentials<TencentClassicSigner> signers,
            String appId) {
        super(context, signers);
        this.api = api;
        this.appId = appId;
    }

    @Override
    public Optional<ImageLimits> limits(DocumentType type) {
        return type == DocumentType.VIN ? Optional.of(LIMITS) : Optional.empty();
    }

    @Override
    protected Uni<Response> connect() {
        return api.connect();
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return Uni.createFrom().deferred(() -> {
            ImageBody body = new RequestJson(context().json()).with("appid", appId).with(request.image(), "image", "url")
                    .build();
            return credentials().use(signer -> call(request, body, signer)
                    .flatMap(answer -> TencentClassicErrors.wantsNewSignature(code(answer)) ? call(request, body, signer)
                            : Uni.createFrom().item(answer))
                    .map(TencentClassicProvider::recognition));
        });
    }

    private Uni<WireAnswer> call(OcrRequest request, ImageBody body, TencentClassicSigner signer) {
        return context().answer(Uni.createFrom().deferred(() -> {
            Map<String, String> headers = RequestHeaders.of(request, MediaType.APPLICATION_JSON, body)
                    .with("Authorization", signer.authorization(context().clock().instant())).asMap();
            return api.recognize(headers, BodyStream.of(body));
        })).map(TencentClassicProvider::withSessionId);
    }

    private static WireAnswer withSessionId(WireAnswer answer) {
        String session = Members.text(answer.body().path("data"), "session_id");
        return answer.withRequestId(session != null ? session : Members.text(answer.body(), "session_id"));
    }

    private static Recognition recognition(WireAnswer answer) {
        String code = code(answer);
        if (!answer.isOk() || code != null && !code.equals(OK)) {
            throw TencentClassicErrors.failure(answer, OK.equals(code) ? null : code).toException();
        }
        if (code == null) {
            throw WireFailures.noResult(NAME);
        }
        NormalizedDocument<? extends Document> document = TencentClassicDocuments.document(answer.body())
                .orElseThrow(() -> WireFailures.noResult(NAME));
        return new Recognition(document, answer.requestId(), answer.body());
    }

    /** Returns the code, which has another name in older answers; null if there is none. */
    private static String code(WireAnswer answer) {
        JsonNode body = answer.body();
        return ErrorTable.code(body.has("code") ? body.get("code") : body.path("errorcode"));
    }
}
