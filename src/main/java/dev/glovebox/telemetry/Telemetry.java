package dev.glovebox.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.glovebox.async.Shared;
import dev.glovebox.secret.SecretReference;
import dev.glovebox.secret.Secrets;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/** Begins observations, and passes what they have seen to whoever wants to know. */
@ApplicationScoped
public class Telemetry {

    /** The setting that keys the hashes, by reference or outright. */
    public static final String HASH_KEY = "glovebox.log.hash-key";

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(Telemetry.class);

    private final List<EventSink> sinks;
    private final InstantSource clock;
    private final Uni<ObjectHash> loading;
    private volatile ObjectHash hash;
    private Uni<Void> underWay;
    private Instant nextTry = Instant.MIN;

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
        this.loading = hashKey.map(ObjectHash::new);
    }

    private static byte[] unknown(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    /** Loads what is needed, once a minute at most, and not for long; never fails: an event can do without a hash. */
    public Uni<Void> ready() {
        return hash != null ? Uni.createFrom().voidItem() : load().ifNoItem().after(LONGEST).recoverWithItem((Void) null);
    }

    /** By one caller, while the others wait for the same. */
    private synchronized Uni<Void> load() {
        if (underWay == null && !clock.instant().isBefore(nextTry)) {
            nextTry = clock.instant().plus(BETWEEN_TRIES);
            underWay = Shared.of(loading.invoke(loaded -> hash = loaded).onFailure().invoke(this::failed).onFailure()
                    .recoverWithNull().replaceWithVoid());
        }
        return underWay == null ? Uni.createFrom().voidItem() : underWay;
    }

    private synchronized void failed(Throwable thrown) {
        underWay = null;
        LOG.warnf("%s could not be loaded, and events name no objects: %s", HASH_KEY, thrown.getMessage());
    }

    /** What stands for an object in logs: 32 hexadecimal digits; null where the hashes' key could not be loaded. */
    public String hash(String bucket, String key) {
        ObjectHash by = hash;
        return by == null ? null : by.of(bucket, key);
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
