package dev.glovebox.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.failure.Failure;
import dev.glovebox.trigger.Answers;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.upload.Failures;
import dev.glovebox.upload.UploadOutcome;
import io.smallrye.mutiny.Uni;

/** Reads the tasks of an S3 Batch Operations job. A task fails permanently if its image causes the failure. */
@ApplicationScoped
class BatchJobs {

    private static final String NOTHING_TO_READ = "nothing to read";

    /** Reads all tasks; never fails. */
    Uni<Answers.Job> read(Trigger.Job job, EventReading reading) {
        return reading.concurrently(job.tasks(), task -> read(task, reading).map(List::of)).map(answers -> {
            Map<String, Answers.Task> byId = new LinkedHashMap<>();
            answers.forEach(answer -> byId.put(answer.taskId(), answer));
            return Answers.Job.of(job, job.tasks().stream().map(task -> byId.get(task.id())).toList());
        });
    }

    private static Uni<Answers.Task> read(Trigger.Task task, EventReading reading) {
        if (task.problem() != null) {
            reading.reject(Problems.invalidRequest(task.problem()));
            return Uni.createFrom().item(Answers.Task.failed(task.id(), false, "invalid-request: " + task.problem()));
        }
        if (task.object().isEmpty()) {
            return Uni.createFrom().item(Answers.Task.succeeded(task.id(), NOTHING_TO_READ));
        }
        return reading.read(task.object().get()).map(outcome -> answer(task, outcome)).onFailure()
                .invoke(EventReading::logFailure).onFailure().recoverWithItem(thrown -> failed(task, Failures.of(thrown)));
    }

    private static Answers.Task answer(Trigger.Task task, UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.Written written -> Answers.Task.succeeded(task.id(), "read");
            case UploadOutcome.Skipped skipped -> Answers.Task.succeeded(task.id(), NOTHING_TO_READ);
            case UploadOutcome.Failed failed -> failed(task, failed.failure());
        };
    }

    private static Answers.Task failed(Trigger.Task task, Failure failure) {
        return Answers.Task.failed(task.id(), failure.code().isRetryable(), failure.toException().getMessage());
    }
}
