package dev.glovebox.function;

import dev.glovebox.upload.Failures;
import dev.glovebox.upload.ImageTask;
import dev.glovebox.upload.UploadReader;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.telemetry.Observation;
import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.telemetry.Telemetry;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trigger.StoredObject;
import dev.glovebox.trace.TraceContext;
import io.smallrye.mutiny.Uni;

/** Sees to it that each image, and each invocation without one, ends in one event. */
@ApplicationScoped
class Observer {

    private final Telemetry telemetry;

    Observer(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Before the first image: loads what events need. */
    Uni<Void> ready() {
        return telemetry.ready();
    }

    /** An image that lies in no bucket. */
    ImageTask task(DocumentType type, ReadOptions options, TriggerKind trigger, Invocation invocation) {
        return task(type, options, trigger, invocation, null, invocation.correlation().trace());
    }

    /** An object. */
    ImageTask task(DocumentType type, ReadOptions options, TriggerKind trigger, Invocation invocation, StoredObject object) {
        return task(type, options, trigger, invocation, telemetry.hash(object.name().bucket(), object.name().key()),
                object.trace().or(invocation.correlation().trace()));
    }

    private ImageTask task(DocumentType type, ReadOptions options, TriggerKind trigger, Invocation invocation, String object,
            TraceContext trace) {
        return new ImageTask(type, options, invocation.deadline(), trace,
                begin(type, trigger, invocation, true, object, trace));
    }

    private Observation begin(DocumentType type, TriggerKind trigger, Invocation invocation, boolean isReading, String object,
            TraceContext trace) {
        return telemetry.begin(new Observation.Subject(type.id(), trigger, isReading,
                invocation.told().compareAndSet(false, true), object, invocation.correlation().requestId(), trace.traceId()));
    }

    /** Ends the task's event with what comes of the reading. */
    <T> Uni<T> watch(ImageTask task, Uni<T> reading, Function<T, Ending> ending) {
        return watch(task.observation(), reading, ending);
    }

    /** An invocation, or a part of one, that has no image to be read. */
    <T> Uni<T> watch(DocumentType type, TriggerKind trigger, Invocation invocation, Uni<T> work) {
        return Uni.createFrom().deferred(() -> watch(
                begin(type, trigger, invocation, false, null, invocation.correlation().trace()), work,
                done -> trigger == TriggerKind.PING ? Ending.SUCCEEDED : Ending.SKIPPED));
    }

    /** Something that cannot be understood. */
    void refused(DocumentType type, Invocation invocation, Throwable thrown) {
        tell(begin(type, TriggerKind.UNKNOWN, invocation, false, null, invocation.correlation().trace()),
                Ending.of(Failures.of(thrown)));
    }

    private static <T> Uni<T> watch(Observation observation, Uni<T> work, Function<T, Ending> ending) {
        return work.onItem().invoke(done -> tell(observation, ending.apply(done)))
                .onFailure().invoke(thrown -> tell(observation, Ending.of(Failures.of(thrown))))
                // nobody waits any longer
                .onCancellation().invoke(() -> tell(observation, new Ending(FailureCode.TIMEOUT.id(), null)));
    }

    private static void tell(Observation observation, Ending ending) {
        observation.ended(ending.outcome(), ending.providerCode());
    }

    /**
     * How a reading ended.
     *
     * @param outcome as in {@link ReadingEvent}
     * @param providerCode a provider's own code of the failure; null where there is none
     */
    record Ending(String outcome, String providerCode) {

        static final Ending SUCCEEDED = new Ending(ReadingEvent.SUCCEEDED, null);
        static final Ending SKIPPED = new Ending(ReadingEvent.SKIPPED, null);

        static Ending of(Failure failure) {
            return new Ending(failure.code().id(), failure.providerCode());
        }

        static Ending of(UploadReader.Done done) {
            return switch (done) {
                case UploadReader.Done.Written written -> SUCCEEDED;
                case UploadReader.Done.Skipped skipped -> SKIPPED;
                case UploadReader.Done.Failed failed -> of(failed.failure());
            };
        }
    }
}
