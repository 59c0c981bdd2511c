package dev.glovebox.telemetry;

/** A consumer of all events, for example the log or the metrics. */
public interface EventSink {

    /** Consumes an event. Several threads may call this method at once. It must neither block nor throw. */
    void accept(ReadingEvent event);
}
