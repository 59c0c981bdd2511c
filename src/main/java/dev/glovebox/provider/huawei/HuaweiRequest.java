package dev.glovebox.provider.huawei;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.provider.OcrRequest;

/**
 * A request's body: exactly one of {@code image} and {@code url}, and the licence's options.
 *
 * <p>
 * Put together as bytes: a tree or a string would hold the image's Base64 form a second and third time.
 */
final class HuaweiRequest {

    private HuaweiRequest() {
    }

    static byte[] body(OcrRequest request) {
        byte[] end = ascii(
                request.type() == DocumentType.VEHICLE_LICENSE ? "\"" + licenseOptions(request.options()) + "}" : "\"}");
        return switch (request.image()) {
            case Image.Inline inline -> withBase64(ascii("{\"image\":\""), inline.bytes(), end);
            case Image.Remote remote ->
                ascii("{\"url\":\"" + remote.url().toASCIIString() + new String(end, StandardCharsets.US_ASCII));
        };
    }

    private static String licenseOptions(ReadOptions options) {
        return ",\"side\":\"" + (options.side() == LicenseSide.BOTH ? "double_side" : options.side().id())
                + "\",\"return_issuing_authority\":" + options.issuingAuthority() + ",\"return_text_location\":true";
    }

    private static byte[] withBase64(byte[] start, byte[] image, byte[] end) {
        byte[] base64 = Base64.getEncoder().encode(image);
        byte[] body = new byte[start.length + base64.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(base64, 0, body, start.length, base64.length);
        System.arraycopy(end, 0, body, start.length + base64.length, end.length);
        return body;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
