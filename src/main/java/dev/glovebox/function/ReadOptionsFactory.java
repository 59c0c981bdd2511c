package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.ReadOptions;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.trigger.CallOptions;

/** Creates the options of a reading. Settings are the defaults of options that the caller leaves out. */
@ApplicationScoped
class ReadOptionsFactory {

    private final GloveboxSettings.VehicleLicenseSettings defaults;

    ReadOptionsFactory(GloveboxSettings settings) {
        this.defaults = settings.vehicleLicense();
    }

    /** Returns the options of an event. Events contain no options, so all are the defaults. */
    ReadOptions forEvent() {
        return forCall(CallOptions.NONE);
    }

    /** Returns the options of a call: those that the caller chose, and the defaults for the others. */
    ReadOptions forCall(CallOptions chosen) {
        return new ReadOptions(chosen.side().orElseGet(defaults::side),
                chosen.issuingAuthority().orElseGet(defaults::returnIssuingAuthority));
    }
}
