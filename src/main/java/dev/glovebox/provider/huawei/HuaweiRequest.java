package dev.glovebox.provider.huawei;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.RequestJson;

/** Writes the body of a request: either {@code image} or {@code url}, and the options of a licence. */
final class HuaweiRequest {

    private HuaweiRequest() {
    }

    static ImageBody body(OcrRequest request, ObjectMapper json) {
        RequestJson body = image(request, json);
        if (request.type() == DocumentType.VEHICLE_LICENSE) {
            ReadOptions options = request.options();
            body.with("side", options.side() == LicenseSide.BOTH ? "double_side" : options.side().id())
                    .with("return_issuing_authority", options.issuingAuthority()).with("return_text_location", true)
                    .with("recognize_electronic_license", true);
        }
        return body.build();
    }

    /** @param side the page to read: front or back */
    static ImageBody olderLicense(OcrRequest request, LicenseSide side, ObjectMapper json) {
        return image(request, json).with("side", side.id())
                .with("return_issuing_authority", request.options().issuingAuthority()).build();
    }

    private static RequestJson image(OcrRequest request, ObjectMapper json) {
        return new RequestJson(json).with(request.image(), "image", "url");
    }
}
