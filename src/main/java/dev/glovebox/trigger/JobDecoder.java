package dev.glovebox.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes requests of S3 Batch Operations, schema versions 1.0 and 2.0. An invalid task does not affect the others.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">their structure</a>
 */
final class JobDecoder {

    private JobDecoder() {
    }

    static boolean matches(JsonNode event) {
        return event.has("invocationSchemaVersion") && event.has("tasks");
    }

    static Trigger.Job decode(JsonNode event) {
        String version = event.get("invocationSchemaVersion").asText();
        if (!version.equals("1.0") && !version.equals("2.0")) {
            throw new InvalidTriggerException("invocationSchemaVersion is neither 1.0 nor 2.0");
        }
        List<Trigger.Task> tasks = new ArrayList<>();
        for (JsonNode task : event.get("tasks")) {
            tasks.add(task(task));
        }
        return new Trigger.Job(version, event.path("invocationId").asText(), tasks);
    }

    private static Trigger.Task task(JsonNode task) {
        String id = task.path("taskId").asText();
        try {
            return new Trigger.Task(id, new EventObject(bucket(task),
                    EventKey.of(EventJson.text(task, "s3Key"), KeyEncoding.FORM),
                    EventJson.text(task, "s3VersionId"), null, null, task.path("size")).toUpload("task"), null);
        } catch (InvalidTriggerException invalid) {
            return new Trigger.Task(id, Optional.empty(), invalid.getMessage());
        }
    }

    /** Returns the name of the bucket. Version 2.0 has the name, version 1.0 has an ARN that ends with the name. */
    private static String bucket(JsonNode task) {
        String name = EventJson.text(task, "s3Bucket");
        String arn = EventJson.text(task, "s3BucketArn");
        return name != null || arn == null ? name : arn.substring(arn.lastIndexOf(':') + 1);
    }
}
