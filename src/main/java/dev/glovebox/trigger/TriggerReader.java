package dev.glovebox.trigger;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.MissingNode;

/** Reads what a binding receives. What cannot be understood becomes a {@link Trigger.Invalid}; no method throws. */
public final class TriggerReader {

    private TriggerReader() {
    }

    /** Reads the JSON body of a call or the event of a platform. */
    public static Trigger read(byte[] json) {
        return orInvalid(() -> TriggerDecoder.decode(json));
    }

    /**
     * Reads a call whose body is the image itself.
     *
     * @param image the body; not copied
     * @param side the pages of a licence to read: front, back or both; null if the caller does not say
     * @param returnIssuingAuthority whether to read the seal: true or false; null if the caller does not say
     */
    public static Trigger readImage(byte[] image, String side, String returnIssuingAuthority) {
        return image.length == 0 ? new Trigger.Invalid(TriggerDecoder.EMPTY_BODY)
                : orInvalid(() -> new Trigger.Call(new CalledImage.Bytes(image), CallOptions.of(side, returnIssuingAuthority)));
    }

    /**
     * Reads the name of one object that was written. The name is not encoded.
     *
     * @return an upload without objects if the key is that of a folder marker or of a result
     */
    public static Trigger.Uploads readObject(String bucket, String key) {
        return new Trigger.Uploads(new EventObject(bucket, key, null, null, null, MissingNode.getInstance())
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
