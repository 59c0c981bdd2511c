package dev.glovebox.function;

import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.upload.Failures;
import dev.glovebox.upload.ImageTask;
import dev.glovebox.upload.UploadReader;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.async.Shared;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.Defect;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trigger.Answers;
import dev.glovebox.trigger.StoredObject;
import dev.glovebox.trigger.Trigger;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The objects that one event names: several at once, and never more than so many images in memory. All are tried, though one
 * fails: what could be done is done, and found done when the event is delivered again.
 */
@ApplicationScoped
class EventReader {

    private static final Logger LOG = Logger.getLogger(EventReader.class);

    /** What an object under way leaves of the time, so that the others' ends can be told. */
    private static final Duration TO_ANSWER = Duration.ofMillis(100);

    /** Less than this is no time for a claim, a call, a result and an answer. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final UploadReader uploads;
    private final SourceRules rules;
    private final Observer observer;
    private final int concurrency;
    private final InstantSource clock;

    EventReader(UploadReader uploads, SourceRules rules, Observer observer, GloveboxSettings settings, InstantSource clock) {
        this.uploads = uploads;
        this.rules = rules;
        this.observer = observer;
        this.concurrency = settings.trigger().concurrency();
        this.clock = clock;
    }

    /** The objects of one event: one that it names twice is read once, and both have the same end. */
    private final class Readings {

        private final DocumentType type;
        private final TriggerKind trigger;
        private final ReadOptions options;
        private final Invocation invocation;
        private final Map<ObjectName, Uni<UploadReader.Done>> begun = new ConcurrentHashMap<>();

        Readings(DocumentType type, TriggerKind trigger, ReadOptions options, Invocation invocation) {
            this.type = type;
            this.trigger = trigger;
            this.options = options;
            this.invocation = invocation;
        }

        Uni<UploadReader.Done> of(StoredObject object) {
            return begun.computeIfAbsent(object.name(),
                    name -> Shared.of(Uni.createFrom().deferred(() -> begin(object))));
        }

        /** A part of the event that cannot be understood. */
        void refused(RuntimeException broken) {
            observer.refused(type, invocation, broken);
        }

        private Uni<UploadReader.Done> begin(StoredObject object) {
            ImageTask task = observer.task(type, options, trigger, invocation, object);
            Duration left = Duration.between(clock.instant(), invocation.deadline()).minus(TO_ANSWER);
            // here, and not where the others are waited for: what many wait for is not ended by one that gives up
            Uni<UploadReader.Done> read = Uni.createFrom().deferred(() -> read(task, object)).ifNoItem()
                    .after(left.isPositive() ? left : TO_ANSWER).failWith(Failures::outOfTime);
            return observer.watch(task, read, Observer.Ending::of);
        }

        private Uni<UploadReader.Done> read(ImageTask task, StoredObject object) {
            rules.check(object, invocation);
            if (!rules.isImage(object)) {
                return Uni.createFrom().item(new UploadReader.Done.Skipped());
            }
            if (Duration.between(clock.instant(), invocation.deadline()).compareTo(LEAST) < 0) {
                return Uni.createFrom().failure(
                        Failure.of(FailureCode.TIMEOUT, "No time was left to begin with this object").toException());
            }
            return uploads.read(task, object);
        }
    }

    /** Fails with the first failure; the others are logged. */
    Uni<Void> objects(DocumentType type, List<StoredObject> objects, ReadOptions options, Invocation invocation) {
        Readings readings = new Readings(type, TriggerKind.UPLOAD, options, invocation);
        return all(objects, object -> readings.of(object).replaceWith(List.<Throwable> of()).onFailure()
                .recoverWithItem(failure -> List.of(failure))).flatMap(thrown -> {
                    thrown.stream().skip(1).forEach(EventReader::report);
                    return unless(thrown);
                });
    }

    /** Done, or failed with the first of these. */
    private static Uni<Void> unless(List<Throwable> thrown) {
        return thrown.isEmpty() ? Uni.createFrom().voidItem() : Uni.createFrom().failure(thrown.getFirst());
    }

    /** In an ordered group, a message that fails takes with it all that come after it. */
    Uni<Answers.Messages> messages(DocumentType type, List<Trigger.Message> messages, ReadOptions options,
            Invocation invocation) {
        Map<String, List<Trigger.Message>> lanes = new LinkedHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            Trigger.Message message = messages.get(i);
            lanes.computeIfAbsent(message.group() == null ? "message " + i : "group " + message.group(),
                    lane -> new ArrayList<>())
                    .add(message);
        }
        Readings readings = new Readings(type, TriggerKind.MESSAGE, options, invocation);
        return all(lanes.values(), lane -> lane(lane, readings)).map(failed -> {
            Set<String> ids = new HashSet<>(failed);
            return Answers.Messages.failed(messages.stream().map(Trigger.Message::id).filter(ids::contains).toList());
        });
    }

    /** The ids of those that failed. */
    private Uni<List<String>> lane(List<Trigger.Message> lane, Readings readings) {
        List<String> failed = new ArrayList<>();
        return Multi.createFrom().iterable(lane).onItem().transformToUniAndConcatenate(message -> {
            if (!failed.isEmpty()) {
                failed.add(message.id());
                return Uni.createFrom().voidItem();
            }
            return message(message, readings).onFailure().invoke(thrown -> {
                report(thrown);
                failed.add(message.id());
            }).onFailure().recoverWithNull();
        }).collect().asList().replaceWith(failed);
    }

    /** One object after the other: it is messages that are read at once. */
    private Uni<Void> message(Trigger.Message message, Readings readings) {
        if (message.problem() != null) {
            RuntimeException broken = Problems.invalidRequest(message.problem());
            readings.refused(broken);
            return Uni.createFrom().failure(broken);
        }
        List<Throwable> thrown = new ArrayList<>();
        return Multi.createFrom().iterable(message.objects())
                .onItem().transformToUniAndConcatenate(object -> readings.of(object).replaceWithVoid().onFailure()
                        .invoke(thrown::add).onFailure().recoverWithNull())
                .collect().asList()
                .flatMap(done -> unless(thrown));
    }

    /** A task whose image is at fault has failed for good; its result says why, as the job's report does. */
    Uni<Answers.Job> job(DocumentType type, Trigger.Job job, ReadOptions options, Invocation invocation) {
        Readings readings = new Readings(type, TriggerKind.JOB, options, invocation);
        return all(job.tasks(), task -> task(task, readings).map(List::of)).map(results -> {
            Map<String, Answers.Task> byId = new LinkedHashMap<>();
            results.forEach(result -> byId.put(result.taskId(), result));
            return Answers.Job.of(job, job.tasks().stream().map(task -> byId.get(task.id())).toList());
        });
    }

    private Uni<Answers.Task> task(Trigger.Task task, Readings readings) {
        if (task.problem() != null) {
            readings.refused(Problems.invalidRequest(task.problem()));
            return Uni.createFrom().item(Answers.Task.failed(task.id(), false, "invalid-request: " + task.problem()));
        }
        if (task.object().isEmpty()) {
            return Uni.createFrom().item(Answers.Task.succeeded(task.id(), "nothing to read"));
        }
        return readings.of(task.object().get()).map(done -> switch (done) {
            case UploadReader.Done.Written written -> Answers.Task.succeeded(task.id(), "read");
            case UploadReader.Done.Skipped skipped -> Answers.Task.succeeded(task.id(), "nothing to read");
            case UploadReader.Done.Failed failed -> failed(task, failed.failure());
        }).onFailure().invoke(EventReader::report).onFailure().recoverWithItem(thrown -> failed(task, Failures.of(thrown)));
    }

    private static Answers.Task failed(Trigger.Task task, Failure failure) {
        return Answers.Task.failed(task.id(), failure.code().isRetryable(), failure.toException().getMessage());
    }

    private <T, R> Uni<List<R>> all(Collection<T> items, Function<T, Uni<List<R>>> work) {
        return Multi.createFrom().iterable(items).onItem().transformToUni(work::apply).merge(concurrency).collect().asList()
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private static void report(Throwable failure) {
        if (Failures.isKnown(failure)) {
            LOG.warnf("An upload was not read: %s", Failures.of(failure).toException().getMessage());
        } else {
            LOG.error("An upload was not read", Defect.of(failure));
        }
    }
}
