package dev.glovebox.upload;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.trace.TraceContext;

/**
 * One image to be read.
 *
 * @param type the document that it shows
 * @param options what the caller chose
 * @param deadline when the caller stops waiting
 * @param trace the caller's trace; never null
 * @param listener receives what happens to the image
 */
public record ImageTask(DocumentType type, ReadOptions options, Deadline deadline, TraceContext trace,
        ReadingListener listener) {

    OcrRequest request(Image image) {
        return new OcrRequest(type, image, options, trace.headers());
    }
}
