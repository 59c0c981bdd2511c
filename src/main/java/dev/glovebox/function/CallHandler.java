package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.Image;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trigger.ImageSource;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.UploadedObject;
import dev.glovebox.upload.ImageReader;
import dev.glovebox.upload.ResultJson;
import dev.glovebox.upload.UploadOutcome;
import io.smallrye.mutiny.Uni;

/** Handles direct calls: one image, whose result is the answer. */
@ApplicationScoped
class CallHandler {

    private final SourceRules rules;
    private final ImageReader images;
    private final ObjectReader objects;
    private final Observer observer;
    private final ResultJson results;
    private final ReadOptionsFactory options;

    CallHandler(SourceRules rules, ImageReader images, ObjectReader objects, Observer observer, ResultJson results,
            ReadOptionsFactory options) {
        this.rules = rules;
        this.images = images;
        this.objects = objects;
        this.observer = observer;
        this.results = results;
        this.options = options;
    }

    Uni<Reply> handle(DocumentType type, Trigger.Call call, Invocation invocation) {
        ReadOptions chosen = options.forCall(call.options());
        ObservedTask task = call.image() instanceof ImageSource.Stored stored
                ? observer.begin(type, chosen, TriggerKind.CALL, invocation, new UploadedObject(stored.object()))
                : observer.begin(type, chosen, TriggerKind.CALL, invocation);
        return observer.watch(task, Uni.createFrom().deferred(() -> read(task, call.image())),
                reply -> Observer.Ending.SUCCEEDED);
    }

    private Uni<Reply> read(ObservedTask task, ImageSource image) {
        return switch (image) {
            case ImageSource.Inline inline -> readImage(task, Image.Inline.of(inline.bytes()));
            case ImageSource.Url url -> {
                rules.check(url);
                yield readImage(task, new Image.Remote(url.url()));
            }
            case ImageSource.Stored stored -> {
                rules.check(stored.object(), Invocation.Caller.HTTP);
                yield objects.read(task, stored.object(), Invocation.Caller.HTTP).map(outcome -> reply(task, outcome));
            }
        };
    }

    private Uni<Reply> readImage(ObservedTask task, Image image) {
        return images.read(task.task(), image).map(result -> reply(task, results.write(result)));
    }

    private static Reply reply(ObservedTask task, UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.Written written -> reply(task, written.result());
            case UploadOutcome.Failed failed -> throw failed.failure().toException();
            case UploadOutcome.Skipped skipped -> throw Failure.of(FailureCode.UNSUPPORTED_IMAGE,
                    "The object is a result, not an image").toException();
        };
    }

    private static Reply reply(ObservedTask task, byte[] result) {
        return new Reply(result, task.task().type().schemaName());
    }
}
