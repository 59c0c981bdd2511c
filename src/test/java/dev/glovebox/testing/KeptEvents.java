package dev.glovebox.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.telemetry.EventSink;
import dev.glovebox.telemetry.ReadingEvent;

/** What the application under test tells of, on a JVM. */
@ApplicationScoped
public class KeptEvents implements EventSink {

    private final List<ReadingEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void accept(ReadingEvent event) {
        all.add(event);
    }

    /** In the order in which they ended, since the last {@link #clear}. */
    public List<ReadingEvent> all() {
        return List.copyOf(all);
    }

    /** Forgets those so far. */
    public void clear() {
        all.clear();
    }
}
