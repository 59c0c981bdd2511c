package dev.glovebox.function;

import java.util.List;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.document.ProviderTrace;
import dev.glovebox.image.MemoryUse;
import dev.glovebox.telemetry.Observation;
import dev.glovebox.telemetry.ProviderAnswer;
import dev.glovebox.upload.ImageTask;
import dev.glovebox.upload.ReadingListener;

/**
 * An image to be read, and the observation of its reading.
 *
 * @param task what to read; its listener feeds the observation
 * @param observation publishes the event when the reading ends
 */
record ObservedTask(ImageTask task, Observation observation) {

    /** Returns the image to be read, whose size adjusts the memory that is reserved for it. */
    ImageTask within(ByteBudget.Reservation memory) {
        return new ImageTask(task.type(), task.options(), task.deadline(), task.trace(), new Recorder(observation, memory));
    }

    /**
     * Records in an observation what happens to the image.
     *
     * @param memory the memory that is reserved for the image; null if none is
     */
    record Recorder(Observation observation, ByteBudget.Reservation memory) implements ReadingListener {

        @Override
        public void imageSized(long bytes) {
            if (memory != null) {
                memory.resize(MemoryUse.ofImage(bytes));
            }
        }

        @Override
        public void imageFetched(long bytes) {
            observation.setBytes(bytes);
        }

        @Override
        public void providersCalled(ProviderTrace trace, int failovers) {
            observation.setAnswer(trace == null ? new ProviderAnswer(null, null, null, List.of(), failovers)
                    : new ProviderAnswer(trace.name(), trace.requestId(), null, trace.attempts().stream().map(
                            attempt -> new ProviderAnswer.Call(attempt.provider(), attempt.outcome(), attempt.millis()))
                            .toList(), failovers));
        }

        @Override
        public void duplicateFound() {
            observation.setDuplicate();
        }

        @Override
        public void claimTakenOver() {
            observation.setTakenOver();
        }

        @Override
        public void callsPaused() {
            observation.setCallsPaused();
        }

        @Override
        public void documentRead(boolean needsReview) {
            observation.setReview(needsReview);
        }
    }
}
