package dev.glovebox.http;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.telemetry.EventSink;
import dev.glovebox.telemetry.ProviderAnswer;
import dev.glovebox.telemetry.ReadingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;

/**
 * Counts events for Prometheus, which gets them at {@code /q/metrics} of the management port. The labels are functions,
 * triggers, outcomes and providers, so that each
 * has few values. A build with {@code -Dquarkus.micrometer.enabled=false} does not contain this class.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.micrometer.enabled", stringValue = "true", enableIfMissing = true)
class Meters implements EventSink {

    private static final String FUNCTION = "function";

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(ReadingEvent event) {
        if (event.subject().startsInvocation()) {
            count("glovebox.invocations", event, "trigger", event.trigger().id());
        }
        if (!event.isReading()) {
            if (event.isFailure()) {
                count("glovebox.refusals", event, "outcome", event.outcome());
            }
            return;
        }
        registry.timer("glovebox.readings", FUNCTION, event.function(), "trigger", event.trigger().id(), "outcome",
                event.outcome()).record(Duration.ofMillis(event.millis()));
        for (ProviderAnswer.Call call : event.answer().calls()) {
            registry.timer("glovebox.provider.calls", FUNCTION, event.function(), "provider", call.provider(), "outcome",
                    call.outcome()).record(Duration.ofMillis(call.millis()));
        }
        add("glovebox.failovers", event, event.answer().failovers());
        add("glovebox.duplicates.avoided", event, event.facts().duplicate() ? 1 : 0);
        add("glovebox.claims.taken.over", event, event.facts().takenOver() ? 1 : 0);
        add("glovebox.calls.paused", event, event.facts().callsPaused() ? 1 : 0);
        if (event.facts().review() != null) {
            count("glovebox.results", event, "review", event.facts().review().toString());
        }
    }

    /** Adds to a counter. Adding 0 creates the counter, so that alarms find its series from the first event on. */
    private void add(String name, ReadingEvent event, int amount) {
        registry.counter(name, FUNCTION, event.function()).increment(amount);
    }

    private void count(String name, ReadingEvent event, String label, String value) {
        registry.counter(name, FUNCTION, event.function(), label, value).increment();
    }
}
