package dev.glovebox.sandbox;

import java.io.IOException;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the image of a request to Huawei's OCR service. */
final class HuaweiImageReader {

    /** The most bytes of a body and of an image. */
    static final int SERVICE_BYTES = 10 * 1024 * 1024;

    private final ImageFetcher fetcher = new ImageFetcher(SERVICE_BYTES);

    /**
     * Returns the image, which the request has either inline or at a URL.
     *
     * @param minPixels the least length of the shorter side
     * @param maxPixels the greatest length of the longer side
     */
    ImageFile read(JsonNode request, int minPixels, int maxPixels) throws IOException {
        JsonNode image = request.path("image");
        JsonNode url = request.path("url");
        if (image.isTextual() == url.isTextual()) {
            throw HuaweiRefusals.invalidParameter("exactly one of image and url");
        }
        if (image.isTextual() && image.textValue().length() > SERVICE_BYTES) {
            throw HuaweiRefusals.wrongSize();
        }
        ImageFile file = ImageFile.of(image.isTextual() ? decode(image.textValue()) : fetcher.fetch(url.textValue()));
        if (Math.min(file.width(), file.height()) < minPixels || Math.max(file.width(), file.height()) > maxPixels) {
            throw HuaweiRefusals.wrongSize();
        }
        return file;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw HuaweiRefusals.unsupportedFormat();
        }
    }
}
