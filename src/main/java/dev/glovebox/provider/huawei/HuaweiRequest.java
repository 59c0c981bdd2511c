package dev.glovebox.provider.huawei;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.OcrRequest;

/** A request's body: exactly one of {@code image} and {@code url}, and the licence's options. */
final class HuaweiRequest {

    private HuaweiRequest() {
    }

    static ImageBody body(OcrRequest request) {
        String end = request.type() == DocumentType.VEHICLE_LICENSE ? "\"" + licenseOptions(request.options()) + "}" : "\"}";
        return switch (request.image()) {
            case Image.Inline inline -> ImageBody.of("{\"image\":\"", inline.bytes(), end);
            case Image.Remote remote -> ImageBody.of("{\"url\":\"" + remote.url().toASCIIString() + end);
        };
    }

    private static String licenseOptions(ReadOptions options) {
        return ",\"side\":\"" + (options.side() == LicenseSide.BOTH ? "double_side" : options.side().id())
                + "\",\"return_issuing_authority\":" + options.issuingAuthority()
                + ",\"return_text_location\":true,\"recognize_electronic_license\":true";
    }
}
