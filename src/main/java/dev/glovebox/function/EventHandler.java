package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trigger.Trigger;
import io.smallrye.mutiny.Uni;

/** Handles events of stores, queues and batch jobs. */
@ApplicationScoped
class EventHandler {

    private final EventReadings readings;
    private final UploadEvents uploads;
    private final MessageBatches messages;
    private final BatchJobs jobs;
    private final AnswerJson answers;
    private final Observer observer;

    EventHandler(EventReadings readings, UploadEvents uploads, MessageBatches messages, BatchJobs jobs, AnswerJson answers,
            Observer observer) {
        this.readings = readings;
        this.uploads = uploads;
        this.messages = messages;
        this.jobs = jobs;
        this.answers = answers;
        this.observer = observer;
    }

    /** Handles the event of a store; fails with the failure of the first object that failed. */
    Uni<Reply> handle(DocumentType type, Trigger.Uploads event, Invocation invocation) {
        return counted(type, TriggerKind.UPLOAD, invocation,
                uploads.read(event.objects(), readings.begin(type, TriggerKind.UPLOAD, invocation)).replaceWith(Reply.EMPTY));
    }

    /** Handles a batch of messages; the answer lists the messages that failed. */
    Uni<Reply> handle(DocumentType type, Trigger.Messages batch, Invocation invocation) {
        return counted(type, TriggerKind.MESSAGE, invocation,
                messages.read(batch.messages(), readings.begin(type, TriggerKind.MESSAGE, invocation)).map(this::reply));
    }

    /** Handles the tasks of a batch job; the answer has a result for each task. */
    Uni<Reply> handle(DocumentType type, Trigger.Job job, Invocation invocation) {
        return counted(type, TriggerKind.JOB, invocation,
                jobs.read(job, readings.begin(type, TriggerKind.JOB, invocation)).map(this::reply));
    }

    private Reply reply(Object answer) {
        return Reply.ofPlatform(answers.write(answer));
    }

    /** An event without any image, such as one of results only, gets an event of its own, so that the invocation is counted. */
    private Uni<Reply> counted(DocumentType type, TriggerKind trigger, Invocation invocation, Uni<Reply> work) {
        return work.call(done -> invocation.counted().get() ? Uni.createFrom().voidItem()
                : observer.watch(type, trigger, invocation, Uni.createFrom().voidItem()));
    }
}
