package dev.glovebox.trigger;

import java.util.List;

/** The answers that platforms expect, as they stand in JSON. */
public final class Answers {

    private Answers() {
    }

    /** The messages to be delivered again; all others are done. */
    public record Messages(List<Item> batchItemFailures) {

        /** @param itemIdentifier the message's id */
        public record Item(String itemIdentifier) {
        }

        /** @param ids of those that failed */
        public static Messages failed(List<String> ids) {
            return new Messages(ids.stream().map(Item::new).toList());
        }
    }

    /**
     * What became of a batch job's tasks.
     *
     * @param treatMissingKeysAs what counts for tasks without a result; there is none
     */
    public record Job(String invocationSchemaVersion, String treatMissingKeysAs, String invocationId, List<Task> results) {

        /** The answer to that job. */
        public static Job of(Trigger.Job job, List<Task> results) {
            return new Job(job.schemaVersion(), "PermanentFailure", job.invocationId(), results);
        }
    }

    /**
     * One task's result.
     *
     * @param resultCode {@code Succeeded}, {@code TemporaryFailure} (the job tries again) or {@code PermanentFailure}
     * @param resultString why; stands in the job's report
     */
    public record Task(String taskId, String resultCode, String resultString) {

        public static Task succeeded(String taskId, String why) {
            return new Task(taskId, "Succeeded", why);
        }

        public static Task failed(String taskId, boolean again, String why) {
            return new Task(taskId, again ? "TemporaryFailure" : "PermanentFailure", why);
        }
    }
}
