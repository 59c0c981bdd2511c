package dev.glovebox.provider;

import java.util.Map;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;

/**
 * One image to be read as one document.
 *
 * @param type what it shows
 * @param image the image, or its address
 * @param options what the caller chose
 * @param trace headers of the caller's trace, to be sent with each call about it, and not to be signed; may be empty
 */
public record OcrRequest(DocumentType type, Image image, ReadOptions options, Map<String, String> trace) {

    /** W3C's header of the trace; null where it has none. */
    public String traceparent() {
        return trace.get("traceparent");
    }

    /** X-Ray's header of the trace; likewise. */
    public String xray() {
        return trace.get("X-Amzn-Trace-Id");
    }

    /** A request of no trace. */
    public OcrRequest(DocumentType type, Image image, ReadOptions options) {
        this(type, image, options, Map.of());
    }
}
