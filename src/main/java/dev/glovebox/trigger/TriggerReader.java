package dev.glovebox.trigger;

import java.util.function.Supplier;

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
     * Decodes a call whose body is the image itself; never throws.
     *
     * @param image the body; not copied
     * @param side the pages of a licence to read: front, back or both; null if the caller does not send it
     * @param returnIssuingAuthority true or false, whether to read the seal; null if the caller does not send it
     */
    public static Trigger readImage(byte[] image, String side, String returnIssuingAuthority) {
        return image.length == 0 ? new Trigger.Invalid(TriggerDecoder.EMPTY_BODY)
                : orInvalid(() -> new Trigger.Call(new ImageSource.Inline(image),
                        CallOptions.of(side, returnIssuingAuthority)));
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
