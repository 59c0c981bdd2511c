package dev.glovebox.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;

/** Begins observations, and passes what they have seen to whoever wants to know. */
@ApplicationScoped
public class Telemetry {

    private static final Logger LOG = Logger.getLogger(Telemetry.class);

    private final List<EventSink> sinks;
    private final InstantSource clock;
    private final ObjectHash hash;

    @Inject
    Telemetry(@All List<EventSink> sinks, LogSettings settings, InstantSource clock, RandomGenerator random) {
        this(sinks, clock, settings.hashKey().map(key -> key.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> {
            byte[] unknown = new byte[32];
            random.nextBytes(unknown);
            return unknown;
        }));
    }

    /** @param hashKey any bytes but none */
    public Telemetry(List<EventSink> sinks, InstantSource clock, byte[] hashKey) {
        this.sinks = List.copyOf(sinks);
        this.clock = clock;
        this.hash = new ObjectHash(hashKey);
    }

    /** What stands for an object in logs: 32 hexadecimal digits. */
    public String hash(String bucket, String key) {
        return hash.of(bucket, key);
    }

    /** Something begins. */
    public Observation begin(Observation.Subject subject) {
        return new Observation(subject, clock, this::tell);
    }

    /** No image is lost for a line of a log. */
    private void tell(ReadingEvent event) {
        for (EventSink sink : sinks) {
            try {
                sink.accept(event);
            } catch (RuntimeException e) {
                LOG.errorf("An event could not be told: %s", e.getClass().getName());
            }
        }
    }
}
