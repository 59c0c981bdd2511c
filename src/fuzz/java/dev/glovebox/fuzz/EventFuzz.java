package dev.glovebox.fuzz;

import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.TriggerReader;

/** The reader turns any bytes into an event, or into an invalid trigger with a reason. */
public final class EventFuzz {

    private EventFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] json) {
        Trigger trigger = TriggerReader.read(json);
        if (trigger == null || trigger instanceof Trigger.Invalid invalid && invalid.problem() == null) {
            throw new AssertionError("neither decoded nor rejected with a reason");
        }
    }
}
