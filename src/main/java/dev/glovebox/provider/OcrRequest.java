package dev.glovebox.provider;

import java.util.Map;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;

/**
 * One image that is read as one document. Immutable.
 *
 * @param type the type of the document
 * @param image the image or its URL
 * @param options the caller's options
 * @param trace headers of the caller's trace, sent with each call and never signed; may be empty
 */
public record OcrRequest(DocumentType type, Image image, ReadOptions options, Map<String, String> trace) {

    /** Creates a request without a trace. */
    public OcrRequest(DocumentType type, Image image, ReadOptions options) {
        this(type, image, options, Map.of());
    }

    /** Returns the trace header of W3C; null if the trace has none. */
    public String traceparent() {
        return trace.get("traceparent");
    }

    /** Returns the trace header of AWS X-Ray; null if the trace has none. */
    public String xray() {
        return trace.get("X-Amzn-Trace-Id");
    }
}
