package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.ReadOptions;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.trigger.CallOptions;

/** Completes the options of a call from the settings. */
@ApplicationScoped
class OptionDefaults {

    private final GloveboxSettings.VehicleLicenseSettings defaults;

    OptionDefaults(GloveboxSettings settings) {
        this.defaults = settings.vehicleLicense();
    }

    /** Returns the options of an event, which chooses none. */
    ReadOptions complete() {
        return complete(CallOptions.NONE);
    }

    /** Returns the options that the caller chose, and the settings' for the others. */
    ReadOptions complete(CallOptions chosen) {
        return new ReadOptions(chosen.side().orElseGet(defaults::side),
                chosen.issuingAuthority().orElseGet(defaults::returnIssuingAuthority));
    }
}
