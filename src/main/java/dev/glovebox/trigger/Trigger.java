package dev.glovebox.trigger;

import java.util.List;
import java.util.Optional;

import dev.glovebox.trace.TraceContext;

/** A decoded call or event. It does not depend on the platform that delivered it. */
public sealed interface Trigger {

    /** Returns true if the call contains the bytes of an image. */
    default boolean hasImage() {
        return switch (this) {
            case Call call -> call.image() instanceof ImageSource.Inline;
            case Gateway gateway -> gateway.request() instanceof GatewayRequest.Valid valid && valid.trigger().hasImage();
            case Uploads uploads -> false;
            case Messages messages -> false;
            case Job job -> false;
            case Ping ping -> false;
            case Invalid invalid -> false;
        };
    }

    /**
     * A call that reads one image and gets the result as its answer.
     *
     * @param image the source of the image; never null
     * @param options the options of the caller; never null
     */
    record Call(ImageSource image, CallOptions options) implements Trigger {
    }

    /**
     * An event about objects that were written to buckets.
     *
     * @param objects the objects to be read; empty if the event names only folder markers, results, empty objects or removals
     */
    record Uploads(List<UploadedObject> objects) implements Trigger {

        public Uploads {
            objects = List.copyOf(objects);
        }
    }

    /**
     * A batch of SQS messages. Each message succeeds or fails on its own.
     *
     * @param messages the messages in the order of the queue
     */
    record Messages(List<Message> messages) implements Trigger {

        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /**
     * One message.
     *
     * @param id the queue's id of the message
     * @param group the FIFO group, in which messages keep their order; null if the queue has no order
     * @param objects the objects to be read; may be empty
     * @param problem the reason why the message is invalid; null if it is valid
     */
    record Message(String id, String group, List<UploadedObject> objects, String problem) {

        public Message {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Tasks of an S3 Batch Operations job. Each task has its own result.
     *
     * @param schemaVersion 1.0 or 2.0; the answer must repeat it
     * @param invocationId the id of the request; the answer must repeat it
     * @param tasks the tasks in the order of the job
     */
    record Job(String schemaVersion, String invocationId, List<Task> tasks) implements Trigger {

        public Job {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * One task.
     *
     * @param id the job's id of the task
     * @param object the object to be read; empty if it is a folder marker, a result or empty, or if the task is invalid
     * @param problem the reason why the task is invalid; null if it is valid
     */
    record Task(String id, Optional<UploadedObject> object, String problem) {
    }

    /**
     * An HTTP request in the envelope of an API gateway or a function URL. The answer needs such an envelope too.
     *
     * @param request the request in the envelope
     * @param trace the trace in the headers of the request; never null
     */
    record Gateway(GatewayRequest request, TraceContext trace) implements Trigger {
    }

    /** The HTTP request in the envelope of a gateway. */
    sealed interface GatewayRequest {

        /** A request that contains a call or an event. */
        record Valid(Trigger trigger) implements GatewayRequest {
        }

        /**
         * A request for which no function is called, because of its method.
         *
         * @param status the HTTP status of the answer
         */
        record Rejected(int status) implements GatewayRequest {
        }

        /**
         * A request that cannot be decoded.
         *
         * @param message the reason; contains no values of the request
         */
        record Malformed(String message) implements GatewayRequest {
        }
    }

    /**
     * A ping that keeps the function warm, or a test event. Nothing is read.
     *
     * @param warmUp true to open the connections and load the credentials that the first call would otherwise wait for
     */
    record Ping(boolean warmUp) implements Trigger {
    }

    /**
     * A call or event that cannot be decoded.
     *
     * @param problem the reason; may name members, but contains no values
     */
    record Invalid(String problem) implements Trigger {
    }
}
