package dev.glovebox.provider.tencent;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.image.Image;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.OcrRequest;

/** A request's body: one of {@code ImageBase64} and {@code ImageUrl}, and the licence's side. */
final class TencentRequest {

    private TencentRequest() {
    }

    static ImageBody body(OcrRequest request) {
        String end = request.type() == DocumentType.VEHICLE_LICENSE
                ? "\",\"CardSide\":\"" + cardSide(request.options().side()) + "\"}"
                : "\"}";
        return switch (request.image()) {
            case Image.Inline inline -> ImageBody.of("{\"ImageBase64\":\"", inline.bytes(), end);
            case Image.Remote remote -> ImageBody.of("{\"ImageUrl\":\"" + remote.url().toASCIIString() + end);
        };
    }

    private static String cardSide(LicenseSide side) {
        return switch (side) {
            case FRONT -> "FRONT";
            case BACK -> "BACK";
            case BOTH -> "DOUBLE";
        };
    }
}
