package dev.glovebox.recognition;

import dev.glovebox.document.ProviderTrace;
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.Recognition;

/** What became of an image. */
public sealed interface Outcome {

    /** A provider read it. */
    record Recognized(Recognition recognition, ProviderTrace trace) implements Outcome {
    }

    /**
     * None did.
     *
     * @param failure the last one's
     * @param trace null where none was asked
     */
    record Refused(Failure failure, ProviderTrace trace) implements Outcome {
    }
}
