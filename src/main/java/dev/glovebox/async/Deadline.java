package dev.glovebox.async;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The instant at which the caller of a function stops waiting, and the division of the time until then.
 *
 * <p>
 * The binding makes it when a call arrives. Everything below asks this value how much time is left, so that the margins are in
 * one place. Provider calls end {@value #WRITE_MARGIN_MILLIS} ms before the deadline: the result must still be written. An
 * object of an event ends {@value #EVENT_MARGIN_MILLIS} ms before it: the answer must name the objects that failed. A gateway's
 * request ends {@value #GATEWAY_MARGIN_MILLIS} ms before it: the gateway must get a problem, not a broken connection.
 *
 * <p>
 * Immutable; may be shared between threads.
 */
public final class Deadline {

    private static final int WRITE_MARGIN_MILLIS = 1_000;
    private static final int EVENT_MARGIN_MILLIS = 100;
    private static final int GATEWAY_MARGIN_MILLIS = 250;

    /** The least time worth a provider call: an interrupted call may still cost money. */
    private static final Duration MIN_CALL = Duration.ofSeconds(1);
    /** The least time that a whole reading needs: one call, and the write of its result. */
    private static final Duration MIN_READING = MIN_CALL.plusMillis(WRITE_MARGIN_MILLIS);

    /**
     * The longest wait after which the first call to a provider may still use the time that is reserved for the next providers.
     */
    public static final Duration MAX_PROMPT_WAIT = Duration.ofSeconds(1);

    /** The time in which a call that runs until the end of the time for calls can report its own timeout. */
    private static final int CALL_TIMEOUT_MARGIN_MILLIS = 100;

    private final Instant end;
    private final InstantSource clock;

    private Deadline(Instant end, InstantSource clock) {
        this.end = Objects.requireNonNull(end, "end");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Returns the deadline at that instant. */
    public static Deadline at(Instant end, InstantSource clock) {
        return new Deadline(end, clock);
    }

    /** Returns the deadline that long from now. */
    public static Deadline after(Duration time, InstantSource clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /** Returns the earlier one of this deadline and that long from now. */
    public Deadline within(Duration time) {
        Deadline other = after(time, clock);
        return other.end.isBefore(end) ? other : this;
    }

    /** Returns the deadline of a request behind a gateway, which leaves time for the gateway's own form of an answer. */
    public Deadline forGateway() {
        return new Deadline(end.minusMillis(GATEWAY_MARGIN_MILLIS), clock);
    }

    /** Returns the time until the deadline; zero or negative once it has passed. */
    public Duration remaining() {
        return Duration.between(clock.instant(), end);
    }

    /** Returns the time for one object of an event; never less than {@value #EVENT_MARGIN_MILLIS} ms. */
    public Duration remainingForObject() {
        Duration time = remaining().minusMillis(EVENT_MARGIN_MILLIS);
        return time.isPositive() ? time : Duration.ofMillis(EVENT_MARGIN_MILLIS);
    }

    /** Returns true if there is time to read an image: to claim it, to call a provider once and to write the result. */
    public boolean allowsReading() {
        return remaining().compareTo(MIN_READING) >= 0;
    }

    /** Returns the time for provider calls; zero or negative if there is none. */
    public Duration remainingForCalls() {
        return remaining().minusMillis(WRITE_MARGIN_MILLIS);
    }

    /**
     * Returns the time for all providers of a chain together. It is a little longer than the time for calls, so that the last
     * call reports its own timeout first.
     */
    public Duration remainingForChain() {
        return remainingForCalls().plusMillis(CALL_TIMEOUT_MARGIN_MILLIS);
    }

    /**
     * Returns true if a provider call may start now.
     *
     * @param reserve the time that the call must leave for the next providers; not negative
     */
    public boolean allowsCall(Duration reserve) {
        return !slackForCall(reserve).isNegative();
    }

    /**
     * Returns how long a provider call may still wait before it starts; negative if it is too late for a call.
     *
     * @param reserve the time that the call must leave for the next providers; not negative
     */
    public Duration slackForCall(Duration reserve) {
        return remainingForCalls().minus(MIN_CALL).minus(reserve);
    }

    @Override
    public String toString() {
        return "Deadline[" + end + "]";
    }
}
