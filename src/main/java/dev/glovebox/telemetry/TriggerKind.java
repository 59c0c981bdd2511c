package dev.glovebox.telemetry;

/** What a function was called by, as events name it. */
public enum TriggerKind {
    /** Someone who waits for the result. */
    CALL("call"),
    /** A store's event. */
    UPLOAD("upload"),
    /** A message of a queue. */
    MESSAGE("message"),
    /** A task of an S3 Batch Operations job. */
    JOB("job"),
    /** A ping, a timer or a test event. */
    PING("ping"),
    /** What cannot be understood. */
    UNKNOWN("unknown");

    private final String id;

    TriggerKind(String id) {
        this.id = id;
    }

    /** Its name in logs and metrics. */
    public String id() {
        return id;
    }
}
