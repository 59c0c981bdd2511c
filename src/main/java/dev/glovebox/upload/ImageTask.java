package dev.glovebox.upload;

import java.time.Instant;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.telemetry.Observation;
import dev.glovebox.trace.TraceContext;

/**
 * One image to be read: what stays the same all along its way.
 *
 * @param type what it is to show
 * @param options what was chosen
 * @param deadline when the caller stops waiting
 * @param trace the trace that it is of
 * @param observation sees what becomes of it
 */
public record ImageTask(DocumentType type, ReadOptions options, Instant deadline, TraceContext trace, Observation observation) {

    OcrRequest request(Image image) {
        return new OcrRequest(type, image, options, trace.headers());
    }
}
