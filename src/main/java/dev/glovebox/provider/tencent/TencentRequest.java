package dev.glovebox.provider.tencent;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.RequestJson;

/** Writes the body of a request: either {@code ImageBase64} or {@code ImageUrl}, and the side of a licence. */
final class TencentRequest {

    private TencentRequest() {
    }

    static ImageBody body(OcrRequest request, ObjectMapper json) {
        RequestJson body = new RequestJson(json).with(request.image(), "ImageBase64", "ImageUrl");
        if (request.type() == DocumentType.VEHICLE_LICENSE) {
            body.with("CardSide", cardSide(request.options().side()));
        }
        return body.build();
    }

    private static String cardSide(LicenseSide side) {
        return switch (side) {
            case FRONT -> "FRONT";
            case BACK -> "BACK";
            case BOTH -> "DOUBLE";
        };
    }
}
