package dev.glovebox.testing;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.telemetry.EventSink;
import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.telemetry.Telemetry;
import io.smallrye.mutiny.Uni;

/** Records every event of a test's own telemetry, or of the application under test on a JVM. */
@ApplicationScoped
public class RecordedEvents implements EventSink {

    public static final String HASH_KEY = "a key for hashes";

    private final List<ReadingEvent> all = new CopyOnWriteArrayList<>();
    private final Semaphore arrived = new Semaphore(0);

    @Override
    public void accept(ReadingEvent event) {
        all.add(event);
        arrived.release();
    }

    /** Waits for a matching event and returns it. */
    public ReadingEvent await(Predicate<ReadingEvent> matcher) throws InterruptedException {
        while (true) {
            Optional<ReadingEvent> found = all.stream().filter(matcher).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!arrived.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new AssertionError("No matching event among " + all.size());
            }
        }
    }

    /** Removes all recorded events. */
    public void clear() {
        all.clear();
    }

    /** Returns the recorded events in the order in which they were published. */
    public List<ReadingEvent> all() {
        return List.copyOf(all);
    }

    /** Returns telemetry that publishes to this sink. */
    public Telemetry telemetry(InstantSource clock) {
        Telemetry telemetry = new Telemetry(List.of(this), clock,
                Uni.createFrom().item(HASH_KEY.getBytes(StandardCharsets.UTF_8)));
        telemetry.loadHashKey().await().indefinitely();
        return telemetry;
    }
}
