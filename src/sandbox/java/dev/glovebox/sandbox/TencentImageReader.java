package dev.glovebox.sandbox;

import java.io.IOException;
import java.util.Base64;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the image of a request to Tencent's Cloud API. */
final class TencentImageReader {

    private static final int BASE64_BYTES = 7 * 1024 * 1024;

    private final ImageFetcher fetcher = new ImageFetcher(BASE64_BYTES);

    /**
     * Returns the image. If the request has both a URL and bytes, the URL takes precedence.
     *
     * @param formats the formats that the operation accepts
     */
    ImageFile read(JsonNode request, Set<String> formats) throws IOException {
        JsonNode url = request.path("ImageUrl");
        JsonNode image = request.path("ImageBase64");
        if (url.isMissingNode() && image.isMissingNode()) {
            throw TencentRefusals.of("MissingParameter");
        }
        if (!(url.isMissingNode() ? image : url).isTextual()) {
            throw TencentRefusals.of("InvalidParameter");
        }
        ImageFile file = ImageFile.of(url.isMissingNode() ? decode(image.textValue()) : fetcher.fetch(url.textValue()));
        if (!formats.contains(file.format())) {
            throw TencentRefusals.of("FailedOperation.UnKnowFileTypeError");
        }
        return file;
    }

    private static byte[] decode(String base64) {
        if (base64.length() > BASE64_BYTES) {
            throw TencentRefusals.of("LimitExceeded.TooLargeFileError");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw TencentRefusals.of("FailedOperation.ImageDecodeFailed");
        }
    }
}
