package dev.glovebox.telemetry;

/** Is told of every event. */
public interface EventSink {

    /** Takes note of the event; called by several threads at once, and must not fail. */
    void accept(ReadingEvent event);
}
