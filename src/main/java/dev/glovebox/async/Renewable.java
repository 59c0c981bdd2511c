package dev.glovebox.async;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import io.smallrye.mutiny.Uni;

/**
 * A value that is loaded when it is first needed, cached until it is due for renewal, and loaded again when a service refuses
 * it.
 *
 * <p>
 * Thread-safe. At most one load runs at a time: one caller starts it, and the others wait for the same result. The load starts
 * when the first of them subscribes, on that thread. No lock is held while it runs. If a caller cancels, the load goes on for
 * the others and its value is cached. Callers that wait are called on the thread that ends the load, in no particular order.
 *
 * @param <T> the type of the value
 */
public final class Renewable<T> {

    /** The shortest time between two renewals, and the time for which a blocking failure prevents loads. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    /**
     * How long a value is used, and which failures prevent further loads.
     *
     * @param renewAt returns the instant from which a value is due for renewal
     * @param expiresAt returns the instant until which a value can be used if it cannot be renewed; not before {@code renewAt}
     * @param blocks returns true for a failure that is repeated to all callers for a {@link Renewable#PAUSE}, without a load
     */
    public record Rules<T>(Function<T, Instant> renewAt, Function<T, Instant> expiresAt, Predicate<Throwable> blocks) {

        /**
         * Returns the rules of a value that never expires.
         *
         * @param blocks returns true for a failure that is repeated to all callers for a {@link Renewable#PAUSE}
         */
        public static <T> Rules<T> withoutExpiry(Predicate<Throwable> blocks) {
            return new Rules<>(value -> Instant.MAX, value -> Instant.MAX, blocks);
        }
    }

    private final Function<T, Uni<T>> loader;
    private final Rules<T> rules;
    private final InstantSource clock;

    private volatile T value;
    private Uni<T> loading;
    private Throwable blocker;
    private Instant blockedUntil = Instant.MIN;
    private Instant nextRenewal = Instant.MIN;

    /**
     * Creates a value that is not loaded yet.
     *
     * @param loader returns the load of a value other than null; its argument is the cached value, null if there is none;
     *        called once per load
     * @param rules how long a value is used
     * @param clock tells the time
     */
    public Renewable(Function<T, Uni<T>> loader, Rules<T> rules, InstantSource clock) {
        this.loader = Objects.requireNonNull(loader, "loader");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Returns the cached value without a load, even if it is due for renewal; null if there is none. */
    public T cached() {
        return value;
    }

    /**
     * Returns the cached value, or loads one if there is none or if it is due for renewal. If the load fails, the old value is
     * used until it expires, and the next load starts after a {@link #PAUSE}.
     *
     * @return fails as the load fails; fails with the last blocking failure until a {@link #PAUSE} after it
     */
    public synchronized Uni<T> get() {
        Instant now = clock.instant();
        if (value != null && now.isBefore(rules.renewAt.apply(value))) {
            return Uni.createFrom().item(value);
        }
        if (loading == null && blocker != null && now.isBefore(blockedUntil)) {
            return isUsable() ? Uni.createFrom().item(value) : Uni.createFrom().failure(blocker);
        }
        return load();
    }

    /**
     * Returns another value than the one that a service has refused: the cached one if it is another, else a new one. The
     * refused value stays cached until the load succeeds. At most one renewal starts per {@link #PAUSE}.
     *
     * @param refused the value that the service has refused; values are compared by identity
     * @return the refused value itself if no renewal may start yet; fails as the load fails
     */
    public synchronized Uni<T> renew(T refused) {
        if (value != null && value != refused) {
            return Uni.createFrom().item(value);
        }
        if (loading == null) {
            Instant now = clock.instant();
            if (now.isBefore(nextRenewal)) {
                return Uni.createFrom().item(refused);
            }
            nextRenewal = now.plus(PAUSE);
        }
        return load();
    }

    /** Removes a value that a service has refused from the cache. Does nothing if the cached value is not equal to it. */
    public synchronized void discard(T refused) {
        if (refused.equals(value)) {
            value = null;
        }
    }

    /** Empties the cache. Until a {@link #PAUSE} from now, {@link #get} fails with this failure and starts no load. */
    public synchronized void block(Throwable failure) {
        value = null;
        setBlocker(failure);
    }

    private Uni<T> load() {
        if (loading == null) {
            T previous = value;
            loading = SharedUni.of(Uni.createFrom().deferred(() -> loader.apply(previous)).invoke(this::complete).onFailure()
                    .recoverWithUni(this::fail));
        }
        return loading;
    }

    private synchronized void complete(T loaded) {
        value = loaded;
        loading = null;
        blocker = null;
    }

    private synchronized Uni<T> fail(Throwable failure) {
        loading = null;
        boolean usable = isUsable();
        if (usable || rules.blocks.test(failure)) {
            setBlocker(failure);
        }
        return usable ? Uni.createFrom().item(value) : Uni.createFrom().failure(failure);
    }

    private boolean isUsable() {
        return value != null && clock.instant().isBefore(rules.expiresAt.apply(value));
    }

    private void setBlocker(Throwable failure) {
        blocker = failure;
        blockedUntil = clock.instant().plus(PAUSE);
    }
}
