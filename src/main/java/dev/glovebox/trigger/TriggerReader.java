package dev.glovebox.trigger;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.MissingNode;

/** Decodes the requests and events that bindings receive. An invalid one becomes a {@link Trigger.Invalid}. */
public final class TriggerReader {

    private TriggerReader() {
    }

    /** Decodes the JSON body of a call or the event of a platform; never throws. */
    public static Trigger read(byte[] json) {
        return orInvalid(() -> TriggerDecoder.decode(json));
    }

    /**
     * Decodes the body of an HTTP request; never throws. It may be an image, a form with an image, or JSON.
     *
     * @param body not changed
     * @param contentType the value of the header {@code Content-Type}; null if there is none
     * @param parameter returns the first value of a query parameter; null if there is none
     */
    public static Trigger readRequest(byte[] body, String contentType, UnaryOperator<String> parameter) {
        return orInvalid(() -> BodyDecoder.decode(body, contentType, parameter, TriggerDecoder::decode));
    }

    /**
     * Returns the event of one object that was written.
     *
     * @param bucket the bucket of the object; not blank
     * @param key the key of the object, not encoded; not blank
     * @return the event; it has no objects if the key is that of a folder marker or of a result
     */
    public static Trigger.Uploads readObject(String bucket, String key) {
        return new Trigger.Uploads(
                new EventObject(bucket, EventKey.of(key, KeyEncoding.EXACT), null, null, null, MissingNode.getInstance())
                        .toUpload("The object").stream().toList());
    }

    private static Trigger orInvalid(Supplier<Trigger> decoder) {
        try {
            return decoder.get();
        } catch (InvalidTriggerException invalid) {
            return new Trigger.Invalid(invalid.getMessage());
        }
    }
}
