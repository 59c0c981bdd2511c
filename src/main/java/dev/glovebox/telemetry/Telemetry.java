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

/** Creates observations and passes their events to all sinks. Thread-safe. */
@ApplicationScoped
public class Telemetry {

    /** The name of the setting with the secret key of the hashes. Its value is the key itself or a reference to a secret. */
    public static final String HASH_KEY = "glovebox.log.hash-key";

    /** The longest time that a call waits for the secret key. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(Telemetry.class);

    private final List<EventSink> sinks;
    private final InstantSource clock;
    private final Renewable<ObjectHash> objectHash;

    @Inject
    Telemetry(@All List<EventSink> sinks, LogSettings settings, InstantSource clock, Instance<SecureRandom> random,
            Secrets secrets) {
        this(sinks, clock,
                settings.hashKey().map(key -> secrets.load(List.of(SecretReference.of(key, HASH_KEY)), Secrets.Age.RECENT)
                        .map(values -> values.getFirst().getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(() -> Uni.createFrom().item(() -> randomKey(random.get()))));
    }

    /**
     * Creates telemetry with the given sinks.
     *
     * @param sinks receive every event, in this order
     * @param clock the source of time
     * @param hashKey loads the secret key of the hashes: at least one byte
     */
    public Telemetry(List<EventSink> sinks, InstantSource clock, Uni<byte[]> hashKey) {
        this.sinks = List.copyOf(sinks);
        this.clock = clock;
        this.objectHash = new Renewable<>(
                cached -> hashKey.map(ObjectHash::new).onFailure().invoke(thrown -> LOG.warnf(
                        "%s could not be loaded, so events contain no object hashes: %s", HASH_KEY, thrown.getMessage())),
                Renewable.Rules.withoutExpiry(failure -> true), clock);
    }

    private static byte[] randomKey(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    /**
     * Loads the secret key of the hashes if it is not cached. After a failed load, the next load starts a minute later at the
     * earliest.
     *
     * @return completes after one second at the latest and never fails: events without a hash are better than no events
     */
    public Uni<Void> loadHashKey() {
        return objectHash.cached() != null ? Uni.createFrom().voidItem()
                : objectHash.get().ifNoItem().after(MAX_WAIT).recoverWithItem((ObjectHash) null).onFailure().recoverWithNull()
                        .replaceWithVoid();
    }

    /**
     * Returns the hash that replaces the name of an object in logs.
     *
     * @return 32 hexadecimal digits; null if the secret key of the hashes could not be loaded
     */
    public String hash(String bucket, String key) {
        ObjectHash loaded = objectHash.cached();
        return loaded == null ? null : loaded.of(bucket, key);
    }

    /** Begins the observation of an image or invocation. */
    public Observation begin(Subject subject) {
        return new Observation(subject, clock, this::publish);
    }

    /**
     * Passes the event to all sinks. If a sink throws, the other sinks still get the event, and Glovebox still answers the
     * caller.
     */
    private void publish(ReadingEvent event) {
        for (EventSink sink : sinks) {
            try {
                sink.accept(event);
            } catch (RuntimeException e) {
                LOG.errorf("An event could not be published: %s", e.getClass().getName());
            }
        }
    }
}
