package dev.glovebox.trigger;

import java.util.List;

/** What a function was called for. */
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
    record Uploads(List<StoredObject> objects) implements Trigger {

        public Uploads {
            objects = List.copyOf(objects);
        }
    }

    /** A ping that keeps the function warm, or a test event: nothing is to be read. */
    record Ping() implements Trigger {
    }
}
