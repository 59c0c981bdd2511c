package dev.glovebox.trigger;

import java.util.List;
import java.util.Optional;

import dev.glovebox.trace.TraceContext;

/** What a function was called for, whichever platform delivered it. */
public sealed interface Trigger {

    /**
     * Someone wants one image read, and the result as the answer.
     *
     * @param image never null
     * @param options what was chosen
     */
    record Call(CalledImage image, CallOptions options) implements Trigger {
    }

    /**
     * Objects were written to a bucket.
     *
     * @param objects those to be read; may be empty, where all were folders, results and the like
     */
    record Uploads(List<UploadedObject> objects) implements Trigger {

        public Uploads {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Messages of a queue (SQS), of which each is done or delivered again by itself.
     *
     * @param messages in the queue's order
     */
    record Messages(List<Message> messages) implements Trigger {

        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /**
     * One message.
     *
     * @param id what the queue knows it by
     * @param group whose messages keep their order (FIFO); null where none do
     * @param objects what it asks to be read; may be empty
     * @param problem why it cannot be understood; null where it can
     */
    record Message(String id, String group, List<UploadedObject> objects, String problem) {

        public Message {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Tasks of an S3 Batch Operations job, of which each gets its own answer.
     *
     * @param schemaVersion 1.0 or 2.0, as the answer must repeat it
     * @param invocationId likewise
     * @param tasks in the job's order
     */
    record Job(String schemaVersion, String invocationId, List<Task> tasks) implements Trigger {

        public Job {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * One task.
     *
     * @param id what the job knows it by
     * @param object what is to be read; empty where there is nothing to read in it, or where it cannot be understood
     * @param problem why it cannot be understood; null where it can
     */
    record Task(String id, Optional<UploadedObject> object, String problem) {
    }

    /**
     * A request that an API gateway or a function's own URL has wrapped up; the answer must be wrapped likewise.
     *
     * @param inner what the request asks for
     * @param trace what its headers say of a trace; never null
     */
    record Gateway(Inner inner, TraceContext trace) implements Trigger {
    }

    /** What is inside a gateway's request. */
    sealed interface Inner {

        /** A call or an event. */
        record Asked(Trigger trigger) implements Inner {
        }

        /**
         * A request that no function is called for.
         *
         * @param status the HTTP status that says why
         */
        record Refused(int status) implements Inner {
        }

        /** A request that cannot be understood: the message names what is wrong with it. */
        record Broken(String message) implements Inner {
        }
    }

    /**
     * A ping that keeps the function warm, or a test event: nothing is to be read.
     *
     * @param deep whether to open now what a first call would wait for
     */
    record Ping(boolean deep) implements Trigger {
    }

    /**
     * Something that cannot be understood.
     *
     * @param problem what is wrong; names a member, and repeats nothing of the content
     */
    record Invalid(String problem) implements Trigger {
    }
}
