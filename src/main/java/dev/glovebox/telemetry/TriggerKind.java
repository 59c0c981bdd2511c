package dev.glovebox.telemetry;

/** The kinds of calls and events. */
public enum TriggerKind {
    /** A direct call: the caller waits for the result. */
    CALL("call"),
    /** An event of an object store. */
    UPLOAD("upload"),
    /** A message of a queue. */
    MESSAGE("message"),
    /** A task of an S3 Batch Operations job. */
    JOB("job"),
    /** A ping, a timer or a test event. */
    PING("ping"),
    /** A call or event that was rejected, for example because it is invalid. */
    UNKNOWN("unknown");

    private final String id;

    TriggerKind(String id) {
        this.id = id;
    }

    /** Returns the stable id in logs and metrics. */
    public String id() {
        return id;
    }
}
