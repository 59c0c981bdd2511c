package dev.glovebox.fuzz;

import dev.glovebox.trigger.InvalidTriggerException;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.TriggerDecoder;

/** Any bytes are an event, or one that is refused as such. */
public final class EventFuzz {

    private EventFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] json) {
        try {
            Trigger trigger = TriggerDecoder.decode(json);
            if (trigger == null) {
                throw new AssertionError("neither decoded nor refused");
            }
        } catch (InvalidTriggerException refused) {
            if (refused.getMessage() == null) {
                throw new AssertionError("refused without a reason", refused);
            }
        }
    }
}
