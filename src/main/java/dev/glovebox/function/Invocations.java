package dev.glovebox.function;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.Deadline;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.trace.Correlation;
import dev.glovebox.trace.Ids;

/** Makes the invocations of bindings. */
@ApplicationScoped
public class Invocations {

    private final GloveboxSettings settings;
    private final InstantSource clock;
    private final Ids ids;

    Invocations(GloveboxSettings settings, InstantSource clock, Ids ids) {
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Returns the invocation of an HTTP request, whose time counts from its arrival. Headers that do not have the form of an id
     * or of a trace are
     * ignored, since they go into the log.
     *
     * @param arrival when the head of the request arrived
     * @param requestId the caller's id of the request; null if there is none, then a new id is made
     * @param traceparent the W3C trace header; null if there is none
     * @param xray the X-Ray trace header; null if there is none
     */
    public Invocation ofRequest(Instant arrival, String requestId, String traceparent, String xray) {
        return new Invocation(Invocation.Caller.HTTP, Deadline.at(arrival.plus(settings.timeout()), clock),
                correlation(requestId, traceparent, xray));
    }

    /**
     * Returns the invocation of an event that the platform itself delivers now.
     *
     * @param remaining how long the platform waits; empty if it does not say, then {@code glovebox.timeout}
     * @param requestId the platform's id of the invocation; null if there is none, then a new id is made
     * @param xray the X-Ray trace header; null if there is none
     */
    public Invocation ofPlatform(Optional<Duration> remaining, String requestId, String xray) {
        return new Invocation(Invocation.Caller.PLATFORM, Deadline.after(remaining.orElseGet(settings::timeout), clock),
                correlation(requestId, null, xray));
    }

    private Correlation correlation(String requestId, String traceparent, String xray) {
        Correlation given = Correlation.of(requestId, traceparent, xray);
        return given.requestId() != null ? given : new Correlation(ids.next(), given.trace());
    }
}
