package dev.glovebox.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.glovebox.async.Renewable;
import dev.glovebox.secret.SecretReference;
import dev.glovebox.secret.Secrets;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/** Begins observations, and passes what they have seen to whoever wants to know. */
@ApplicationScoped
public class Telemetry {

    /** The setting that keys the hashes, by reference or outright. */
    public static final String HASH_KEY = "glovebox.log.hash-key";

    /** A call waits no longer for the key. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(Telemetry.class);

    private final List<EventSink> sinks;
    private final InstantSource clock;
    private final Renewable<ObjectHash> hash;

    @Inject
    Telemetry(@All List<EventSink> sinks, LogSettings settings, InstantSource clock, Instance<SecureRandom> random,
            Secrets secrets) {
        this(sinks, clock,
                settings.hashKey().map(key -> secrets.load(List.of(SecretReference.of(key, HASH_KEY)), Secrets.Age.RECENT)
                        .map(values -> values.getFirst().getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(() -> Uni.createFrom().item(() -> unknown(random.get()))));
    }

    /** @param hashKey any bytes but none */
    public Telemetry(List<EventSink> sinks, InstantSource clock, Uni<byte[]> hashKey) {
        this.sinks = List.copyOf(sinks);
        this.clock = clock;
        this.hash = new Renewable<>(
                cached -> hashKey.map(ObjectHash::new).onFailure().invoke(thrown -> LOG.warnf(
                        "%s could not be loaded, and events name no objects: %s", HASH_KEY, thrown.getMessage())),
                Renewable.Rules.withoutExpiry(failure -> true), clock);
    }

    private static byte[] unknown(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    /**
     * Loads the key of the hashes if it is not cached. After a failed load the next one starts a minute later at the earliest.
     *
     * @return ends after one second at the latest and never fails: an event can do without a hash
     */
    public Uni<Void> ready() {
        return hash.cached() != null ? Uni.createFrom().voidItem()
                : hash.get().ifNoItem().after(MAX_WAIT).recoverWithItem((ObjectHash) null).onFailure().recoverWithNull()
                        .replaceWithVoid();
    }

    /**
     * Returns the hash that stands for an object in logs: 32 hexadecimal digits; null if the key of the hashes could not be
     * loaded.
     */
    public String hash(String bucket, String key) {
        ObjectHash loaded = hash.cached();
        return loaded == null ? null : loaded.of(bucket, key);
    }

    /** Something begins. */
    public Observation begin(Subject subject) {
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
