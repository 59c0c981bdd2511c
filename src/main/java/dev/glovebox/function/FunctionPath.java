package dev.glovebox.function;

import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.upload.Failures;
import dev.glovebox.upload.ImageReader;
import dev.glovebox.upload.ImageTask;
import dev.glovebox.upload.ResultJson;
import dev.glovebox.upload.UploadReader;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trigger.CallOptions;
import dev.glovebox.trigger.CalledImage;
import dev.glovebox.trigger.Trigger;
import io.smallrye.mutiny.Uni;

/** The one path of every call, whichever binding it came by. */
@ApplicationScoped
class FunctionPath {

    private final GloveboxSettings settings;
    private final SourceRules rules;
    private final ImageReader reader;
    private final UploadReader uploads;
    private final EventReader events;
    private final Observer observer;
    private final ResultJson results;
    private final AnswerJson answers;
    private final Problems problems;
    private final InstantSource clock;

    FunctionPath(GloveboxSettings settings, SourceRules rules, ImageReader reader, UploadReader uploads, EventReader events,
            Observer observer, ResultJson results, AnswerJson answers, Problems problems, InstantSource clock) {
        this.settings = settings;
        this.rules = rules;
        this.reader = reader;
        this.uploads = uploads;
        this.events = events;
        this.observer = observer;
        this.results = results;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    /** A request that is refused before anything of it is read. */
    void refused(DocumentType type, Invocation invocation) {
        observer.refused(type, invocation, Problems.invalidRequest("The request was refused"));
    }

    /**
     * Does what is asked for, once that is understood.
     *
     * @param decode throws what cannot be understood
     * @return as for the other
     */
    Uni<Optional<Reply>> run(DocumentType type, Supplier<Trigger> decode, Invocation invocation) {
        return Uni.createFrom().deferred(() -> {
            Trigger trigger;
            try {
                trigger = decode.get();
            } catch (RuntimeException broken) {
                observer.refused(type, invocation, broken);
                throw broken;
            }
            return run(type, trigger, invocation);
        });
    }

    /**
     * Does what the trigger asks for.
     *
     * @return what the caller expects as its answer, in JSON; empty where it expects none. Fails where the caller must know of
     *         it, or the platform is to deliver the event again
     */
    Uni<Optional<Reply>> run(DocumentType type, Trigger trigger, Invocation invocation) {
        Duration left = Duration.between(clock.instant(), invocation.deadline());
        if (!left.isPositive()) {
            RuntimeException late = Failures.outOfTime();
            observer.refused(type, invocation, late);
            throw late;
        }
        return observer.ready().flatMap(ready -> dispatch(type, trigger, invocation)).ifNoItem().after(left)
                .failWith(Failures::outOfTime);
    }

    private Uni<Optional<Reply>> dispatch(DocumentType type, Trigger trigger, Invocation invocation) {
        return switch (trigger) {
            case Trigger.Call call -> call(type, call, invocation);
            case Trigger.Uploads upload -> withEvent(type, TriggerKind.UPLOAD, invocation,
                    events.objects(type, upload.objects(), options(CallOptions.NONE), invocation)
                            .replaceWith(Optional.empty()));
            case Trigger.Messages batch -> withEvent(type, TriggerKind.MESSAGE, invocation,
                    events.messages(type, batch.messages(), options(CallOptions.NONE), invocation)
                            .map(answer -> Optional.of(Reply.platform(answers.write(answer)))));
            case Trigger.Job job -> withEvent(type, TriggerKind.JOB, invocation,
                    events.job(type, job, options(CallOptions.NONE), invocation)
                            .map(answer -> Optional.of(Reply.platform(answers.write(answer)))));
            case Trigger.Gateway gateway -> gateway(type, gateway.inner(),
                    invocation.from(Invocation.Caller.HTTP).in(gateway.trace())
                            .endingBy(clock.instant().plus(settings.timeout())).endingEarlier());
            case Trigger.Ping ping -> observer.watch(type, TriggerKind.PING, invocation,
                    ping.deep() ? reader.warmUp(type).replaceWith(Optional.empty())
                            : Uni.createFrom().item(Optional.empty()));
        };
    }

    /** An event of folders and results only has had nothing to tell of, and was an invocation all the same. */
    private Uni<Optional<Reply>> withEvent(DocumentType type, TriggerKind trigger, Invocation invocation,
            Uni<Optional<Reply>> work) {
        return work.call(done -> invocation.told().get() ? Uni.createFrom().voidItem()
                : observer.watch(type, trigger, invocation, Uni.createFrom().voidItem()));
    }

    /** Always an answer: a gateway makes of a failure one that says nothing. */
    private Uni<Optional<Reply>> gateway(DocumentType type, Trigger.Inner inner, Invocation invocation) {
        return switch (inner) {
            case Trigger.Inner.Asked asked -> Uni.createFrom().deferred(() -> run(type, asked.trigger(), invocation))
                    .map(answers::wrapped).onFailure()
                    .recoverWithItem(thrown -> answers.wrapped(problems.answer(thrown)))
                    .map(answer -> Optional.of(Reply.platform(answer)));
            case Trigger.Inner.Refused refused -> {
                observer.refused(type, invocation, Problems.invalidRequest("No function is called for such a request"));
                yield wrapped(problems.answer(refused.status()));
            }
            case Trigger.Inner.Broken broken -> {
                RuntimeException thrown = Problems.invalidRequest(broken.message());
                observer.refused(type, invocation, thrown);
                yield wrapped(problems.answer(thrown));
            }
        };
    }

    private Uni<Optional<Reply>> wrapped(Problems.Answer problem) {
        return Uni.createFrom().item(Optional.of(Reply.platform(answers.wrapped(problem))));
    }

    private Uni<Optional<Reply>> call(DocumentType type, Trigger.Call call, Invocation invocation) {
        ReadOptions options = options(call.options());
        ImageTask task = call.image() instanceof CalledImage.Stored stored
                ? observer.task(type, options, TriggerKind.CALL, invocation, stored.object())
                : observer.task(type, options, TriggerKind.CALL, invocation);
        return observer.watch(task, Uni.createFrom().deferred(() -> called(task, call.image(), invocation)),
                reply -> Observer.Ending.SUCCEEDED);
    }

    private Uni<Optional<Reply>> called(ImageTask task, CalledImage called, Invocation invocation) {
        return switch (called) {
            case CalledImage.Bytes bytes -> answer(task, Image.Inline.of(bytes.bytes()));
            case CalledImage.Link link -> {
                rules.check(link);
                yield answer(task, new Image.Remote(link.url()));
            }
            case CalledImage.Stored stored -> {
                rules.check(stored.object(), invocation.from(Invocation.Caller.HTTP));
                yield uploads.read(task, stored.object()).map(done -> switch (done) {
                    case UploadReader.Done.Written written ->
                        Optional.of(new Reply(written.result(), task.type().schemaName()));
                    case UploadReader.Done.Failed failed -> throw failed.failure().toException();
                    case UploadReader.Done.Skipped skipped -> throw Failure.of(FailureCode.UNSUPPORTED_IMAGE,
                            "The object is a result, not an image").toException();
                });
            }
        };
    }

    private Uni<Optional<Reply>> answer(ImageTask task, Image image) {
        return reader.answer(task, image)
                .map(result -> Optional.of(new Reply(results.write(result), task.type().schemaName())));
    }

    private ReadOptions options(CallOptions chosen) {
        GloveboxSettings.VehicleLicense defaults = settings.vehicleLicense();
        return new ReadOptions(chosen.side().orElseGet(defaults::side),
                chosen.issuingAuthority().orElseGet(defaults::returnIssuingAuthority));
    }
}
