package dev.glovebox.function;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.glovebox.async.SharedUni;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.Defect;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.OutOfMemory;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trigger.UploadedObject;
import dev.glovebox.upload.Failures;
import dev.glovebox.upload.UploadOutcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The reading of the objects of one event. An object that the event names twice is read once, and both mentions get the same
 * outcome. One object's failure does not stop the others: a later delivery of the event finds their results.
 *
 * <p>
 * Threads: any. A reading ends with its own share of the deadline, not with the subscriber that waits for it: several
 * subscribers may wait for the same reading.
 */
final class EventReading {

    private static final Logger LOG = Logger.getLogger(EventReading.class);

    /**
     * The common properties of all readings of one event.
     *
     * @param type the document to read
     * @param trigger the kind of event
     * @param options the options of each reading
     * @param invocation the invocation that delivers the event
     */
    record Context(DocumentType type, TriggerKind trigger, ReadOptions options, Invocation invocation) {
    }

    private final ObjectReader objects;
    private final SourceRules rules;
    private final Observer observer;
    private final int concurrency;
    private final Context context;
    private final Map<ObjectName, Uni<UploadOutcome>> readings = new ConcurrentHashMap<>();

    /** @param concurrency how many images are read at once, and so are in memory */
    EventReading(ObjectReader objects, SourceRules rules, Observer observer, int concurrency, Context context) {
        this.objects = objects;
        this.rules = rules;
        this.observer = observer;
        this.concurrency = concurrency;
        this.context = context;
    }

    /** Reads an object, once per event; fails if another delivery of the event or an operator can help. */
    Uni<UploadOutcome> read(UploadedObject object) {
        return readings.computeIfAbsent(object.name(),
                name -> SharedUni.of(Uni.createFrom().deferred(() -> begin(object))));
    }

    /** Publishes the event of a part that cannot be understood. */
    void reject(RuntimeException reason) {
        observer.reject(context.type(), context.invocation(), reason);
    }

    /** Works on several items at once, as many as {@code glovebox.trigger.concurrency} allows; the results are in no order. */
    <T, R> Uni<List<R>> concurrently(Collection<T> items, Function<T, Uni<List<R>>> work) {
        return Multi.createFrom().iterable(items).onItem().transformToUni(work::apply).merge(concurrency).collect()
                .asList().map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    /** Logs the failure of an object or of a part of the event. */
    static void logFailure(Throwable thrown) {
        OutOfMemory.exitIfCauseOf(thrown);
        if (Failures.isKnown(thrown)) {
            LOG.warnf("An upload was not read: %s", Failures.of(thrown).toException().getMessage());
        } else {
            LOG.error("An upload was not read", Defect.of(thrown));
        }
    }

    private Uni<UploadOutcome> begin(UploadedObject object) {
        ObservedTask task = observer.begin(context.type(), context.options(), context.trigger(), context.invocation(),
                object);
        Uni<UploadOutcome> reading = Uni.createFrom().deferred(() -> read(task, object)).ifNoItem()
                .after(context.invocation().deadline().remainingForObject()).failWith(Failures::outOfTime);
        return observer.watch(task, reading, Observer.Ending::of);
    }

    private Uni<UploadOutcome> read(ObservedTask task, UploadedObject object) {
        rules.check(object.stored(), context.invocation().caller());
        if (!rules.isImage(object.stored())) {
            return Uni.createFrom().item(new UploadOutcome.Skipped());
        }
        if (!context.invocation().deadline().allowsReading()) {
            return Uni.createFrom().failure(
                    Failure.of(FailureCode.TIMEOUT, "No time was left to begin with this object").toException());
        }
        return objects.read(task, object.stored(), context.invocation().caller());
    }
}
