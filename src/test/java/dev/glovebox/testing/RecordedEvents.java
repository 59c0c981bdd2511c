package dev.glovebox.testing;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.telemetry.EventSink;
import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.telemetry.Telemetry;
import io.smallrye.mutiny.Uni;

/** Keeps every event that it is told of: by a test's own telemetry, or by the application under test on a JVM. */
@ApplicationScoped
public class RecordedEvents implements EventSink {

    public static final String HASH_KEY = "a key for hashes";

    private final List<ReadingEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void accept(ReadingEvent event) {
        all.add(event);
    }

    /** Forgets those so far. */
    public void clear() {
        all.clear();
    }

    /** In the order in which they ended, since they were last forgotten. */
    public List<ReadingEvent> all() {
        return List.copyOf(all);
    }

    /** What tells this one. */
    public Telemetry telemetry(InstantSource clock) {
        Telemetry telemetry = new Telemetry(List.of(this), clock,
                Uni.createFrom().item(HASH_KEY.getBytes(StandardCharsets.UTF_8)));
        telemetry.ready().await().indefinitely();
        return telemetry;
    }
}
