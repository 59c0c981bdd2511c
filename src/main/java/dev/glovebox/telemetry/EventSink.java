package dev.glovebox.telemetry;

/** Receives every event. */
public interface EventSink {

    /** Receives an event. Several threads call this at once; it must not throw. */
    void accept(ReadingEvent event);
}
