package dev.glovebox.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.inject.Singleton;

/** The clock of the application under test: the system's, and further after each {@link #advance}. */
@Singleton
public class ShiftedClock implements InstantSource {

    private volatile Duration shift = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(shift);
    }

    /** Lets time pass at once. */
    public void advance(Duration time) {
        shift = shift.plus(time);
    }
}
