package dev.glovebox.trigger;

import java.util.List;

/** The answers that platforms expect. The names of the record components are the names of the JSON members. */
public final class Answers {

    private Answers() {
    }

    /**
     * The answer to a batch of SQS messages.
     *
     * @param batchItemFailures the messages that SQS delivers again; it deletes all others
     */
    public record Messages(List<Item> batchItemFailures) {

        /**
         * One failed message.
         *
         * @param itemIdentifier the id of the message
         */
        public record Item(String itemIdentifier) {
        }

        /** Returns the answer to a batch in which the messages with these ids failed. */
        public static Messages failed(List<String> ids) {
            return new Messages(ids.stream().map(Item::new).toList());
        }
    }

    /**
     * The answer to the tasks of an S3 Batch Operations job.
     *
     * @param invocationSchemaVersion the schema version of the request
     * @param treatMissingKeysAs the result code of tasks that {@code results} lacks; it contains all tasks
     * @param invocationId the id of the request
     * @param results the results of all tasks
     */
    public record Job(String invocationSchemaVersion, String treatMissingKeysAs, String invocationId, List<Task> results) {

        /** Returns the answer to a job. */
        public static Job of(Trigger.Job job, List<Task> results) {
            return new Job(job.schemaVersion(), "PermanentFailure", job.invocationId(), results);
        }
    }

    /**
     * The result of one task.
     *
     * @param taskId the id of the task
     * @param resultCode {@code Succeeded}, {@code TemporaryFailure} (the job retries the task) or {@code PermanentFailure}
     * @param resultString the reason; part of the report of the job
     */
    public record Task(String taskId, String resultCode, String resultString) {

        /** Returns the result of a task that needs no retry. */
        public static Task succeeded(String taskId, String reason) {
            return new Task(taskId, "Succeeded", reason);
        }

        /** Returns the result of a failed task. */
        public static Task failed(String taskId, boolean retryable, String reason) {
            return new Task(taskId, retryable ? "TemporaryFailure" : "PermanentFailure", reason);
        }
    }
}
