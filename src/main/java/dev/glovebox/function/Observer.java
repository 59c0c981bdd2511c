package dev.glovebox.function;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.telemetry.Observation;
import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.telemetry.Subject;
import dev.glovebox.telemetry.Telemetry;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trace.TraceContext;
import dev.glovebox.trigger.UploadedObject;
import dev.glovebox.upload.Failures;
import dev.glovebox.upload.ImageTask;
import dev.glovebox.upload.UploadOutcome;
import io.smallrye.mutiny.Uni;

/** Publishes one event for each image, and one for each invocation without an image. */
@ApplicationScoped
class Observer {

    private final Telemetry telemetry;

    Observer(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Loads what events need before the first image; never fails. */
    Uni<Void> ready() {
        return telemetry.loadHashKey();
    }

    /** Begins the reading of an image that is not in a bucket. */
    ObservedTask begin(DocumentType type, ReadOptions options, TriggerKind trigger, Invocation invocation) {
        return begin(type, options, trigger, invocation, null);
    }

    /**
     * Begins the reading of an object.
     *
     * @param object null for an image that is not in a bucket
     */
    ObservedTask begin(DocumentType type, ReadOptions options, TriggerKind trigger, Invocation invocation,
            UploadedObject object) {
        TraceContext callersTrace = invocation.correlation().trace();
        TraceContext trace = object == null ? callersTrace : object.trace().or(callersTrace);
        String hash = object == null ? null : telemetry.hash(object.name().bucket(), object.name().key());
        Observation observation = telemetry.begin(new Subject(type.id(), trigger, true, isFirst(invocation),
                new Subject.Ids(hash, invocation.requestId(), trace.traceId())));
        return new ObservedTask(new ImageTask(type, options, invocation.deadline(), trace,
                new ObservedTask.Recorder(observation, null)), observation);
    }

    /** Publishes the event of an image when its reading ends. */
    <T> Uni<T> watch(ObservedTask task, Uni<T> reading, Function<T, Ending> ending) {
        return watch(task.observation(), reading, ending);
    }

    /** Publishes the event of an invocation, or a part of one, that has no image. */
    <T> Uni<T> watch(DocumentType type, TriggerKind trigger, Invocation invocation, Uni<T> work) {
        return Uni.createFrom().deferred(() -> watch(beginWithoutImage(type, trigger, invocation), work,
                done -> trigger == TriggerKind.PING ? Ending.SUCCEEDED : Ending.SKIPPED));
    }

    /** Publishes the event of a call or event that cannot be understood, or comes too late. */
    void reject(DocumentType type, Invocation invocation, Throwable reason) {
        end(beginWithoutImage(type, TriggerKind.UNKNOWN, invocation), Ending.of(Failures.of(reason)));
    }

    private Observation beginWithoutImage(DocumentType type, TriggerKind trigger, Invocation invocation) {
        return telemetry.begin(new Subject(type.id(), trigger, false, isFirst(invocation),
                new Subject.Ids(null, invocation.requestId(), invocation.correlation().trace().traceId())));
    }

    private static boolean isFirst(Invocation invocation) {
        return invocation.counted().compareAndSet(false, true);
    }

    private static <T> Uni<T> watch(Observation observation, Uni<T> work, Function<T, Ending> ending) {
        return work.onItem().invoke(done -> end(observation, ending.apply(done)))
                .onFailure().invoke(thrown -> end(observation, Ending.of(Failures.of(thrown))))
                // the caller has stopped waiting
                .onCancellation().invoke(() -> end(observation, new Ending(FailureCode.TIMEOUT.id(), null)));
    }

    private static void end(Observation observation, Ending ending) {
        observation.end(ending.outcome(), ending.providerCode());
    }

    /**
     * The end of a reading.
     *
     * @param outcome as in {@link ReadingEvent}
     * @param providerCode the provider's code of the failure; null if there is none
     */
    record Ending(String outcome, String providerCode) {

        static final Ending SUCCEEDED = new Ending(ReadingEvent.SUCCEEDED, null);
        static final Ending SKIPPED = new Ending(ReadingEvent.SKIPPED, null);

        static Ending of(Failure failure) {
            return new Ending(failure.code().id(), failure.providerCode());
        }

        static Ending of(UploadOutcome outcome) {
            return switch (outcome) {
                case UploadOutcome.Written written -> SUCCEEDED;
                case UploadOutcome.Skipped skipped -> SKIPPED;
                case UploadOutcome.Failed failed -> of(failed.failure());
            };
        }
    }
}
