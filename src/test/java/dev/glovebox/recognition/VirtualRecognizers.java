package dev.glovebox.recognition;

import java.util.List;
import java.util.Random;

import dev.glovebox.provider.OcrProvider;
import dev.glovebox.testing.VirtualTime;

/** Makes recognizers whose time is virtual. */
public final class VirtualRecognizers {

    private VirtualRecognizers() {
    }

    public static Recognizer of(OcrProvider provider, VirtualTime time) {
        return new Recognizer(type -> List.of(provider), new Timing(time, time::nanos, time), new Random(1));
    }
}
