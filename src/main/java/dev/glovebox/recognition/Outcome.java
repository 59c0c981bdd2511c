package dev.glovebox.recognition;

import java.util.List;

import dev.glovebox.document.ProviderTrace;
import dev.glovebox.failure.Failure;
import dev.glovebox.provider.Recognition;

/** What became of an image. */
public sealed interface Outcome {

    /**
     * An image that one provider left to the next.
     *
     * @param from who did not read it
     * @param to who was asked after that
     * @param code why: the code of the failure
     */
    record Failover(String from, String to, String code) {
    }

    /** Whoever was called; null where nobody was. */
    ProviderTrace trace();

    /** Every failover, in order; of a provider too that was left without a call. */
    List<Failover> failovers();

    /** A provider read it. */
    record Recognized(Recognition recognition, ProviderTrace trace, List<Failover> failovers) implements Outcome {

        public Recognized {
            failovers = List.copyOf(failovers);
        }
    }

    /**
     * None did.
     *
     * @param failure the last one's
     * @param trace null where none was asked
     */
    record Refused(Failure failure, ProviderTrace trace, List<Failover> failovers) implements Outcome {

        public Refused {
            failovers = List.copyOf(failovers);
        }
    }
}
