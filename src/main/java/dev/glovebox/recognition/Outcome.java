package dev.glovebox.recognition;

import java.util.List;

import dev.glovebox.document.ProviderTrace;
import dev.glovebox.failure.Failure;
import dev.glovebox.provider.Recognition;

/** The outcome of one image: a document or a failure. Immutable. */
public sealed interface Outcome {

    /**
     * The change from one provider of the chain to the next.
     *
     * @param from the name of the provider that failed
     * @param to the name of the next provider
     * @param code the code of the failure
     */
    record Failover(String from, String to, String code) {
    }

    /** Returns the provider that was called last, with all calls; null if no provider was called. */
    ProviderTrace trace();

    /** Returns every failover in order, also from providers that were skipped without a call. */
    List<Failover> failovers();

    /**
     * A provider read the document.
     *
     * @param recognition the document as the provider read it
     * @param trace the provider and all calls; never null
     * @param failovers every failover in order
     */
    record Recognized(Recognition recognition, ProviderTrace trace, List<Failover> failovers) implements Outcome {

        public Recognized {
            failovers = List.copyOf(failovers);
        }
    }

    /**
     * No provider read the document.
     *
     * @param failure the last failure
     * @param trace null if no provider was called
     * @param failovers every failover in order
     */
    record Refused(Failure failure, ProviderTrace trace, List<Failover> failovers) implements Outcome {

        public Refused {
            failovers = List.copyOf(failovers);
        }
    }
}
