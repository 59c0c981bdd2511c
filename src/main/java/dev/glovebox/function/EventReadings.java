package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.telemetry.TriggerKind;

/** Begins the readings of events. */
@ApplicationScoped
class EventReadings {

    private final ObjectReader objects;
    private final SourceRules rules;
    private final Observer observer;
    private final ReadOptionsFactory options;
    private final int concurrency;

    EventReadings(ObjectReader objects, SourceRules rules, Observer observer, ReadOptionsFactory options,
            GloveboxSettings settings) {
        this.objects = objects;
        this.rules = rules;
        this.observer = observer;
        this.options = options;
        this.concurrency = settings.trigger().concurrency();
    }

    /** Returns the readings of one event, none of which has begun. */
    EventReading begin(DocumentType type, TriggerKind trigger, Invocation invocation) {
        return new EventReading(objects, rules, observer, concurrency,
                new EventReading.Context(type, trigger, options.forEvent(), invocation));
    }
}
