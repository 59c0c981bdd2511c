package dev.glovebox.trigger;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Decodes the body of an HTTP request: an image, a form with an image, or JSON. */
final class BodyDecoder {

    private static final String SIDE = "side";
    private static final String ISSUING_AUTHORITY = "returnIssuingAuthority";

    private BodyDecoder() {
    }

    /**
     * Decodes a body.
     *
     * @param contentType the value of the header; null if there is none
     * @param parameter returns the value of a query parameter; null if there is none
     * @param json decodes a body that is JSON
     * @throws InvalidTriggerException if the body cannot be understood
     */
    static Trigger decode(byte[] body, String contentType, UnaryOperator<String> parameter, Function<byte[], Trigger> json) {
        if (body.length == 0) {
            throw new InvalidTriggerException(TriggerDecoder.EMPTY_BODY);
        }
        MediaType type = MediaType.of(contentType);
        if (type.isImage() || ImageSignature.isAtStartOf(body)) {
            return call(body, parameter);
        }
        if (type.isForm()) {
            MultipartForm form = MultipartForm.parse(body, type);
            return call(form.file(), name -> form.field(name).orElseGet(() -> parameter.apply(name)));
        }
        if (type.isJson()) {
            return json.apply(body);
        }
        throw new InvalidTriggerException(
                "Content-Type must be image/* with the image as the body, multipart/form-data with one "
                        + "file, or application/json");
    }

    private static Trigger call(byte[] image, UnaryOperator<String> parameter) {
        if (image.length == 0) {
            throw new InvalidTriggerException("image is empty");
        }
        return new Trigger.Call(new ImageSource.Inline(image),
                CallOptions.of(parameter.apply(SIDE), parameter.apply(ISSUING_AUTHORITY)));
    }
}
