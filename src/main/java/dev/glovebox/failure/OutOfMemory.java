package dev.glovebox.failure;

import java.util.function.IntConsumer;

/**
 * Ends the process when the heap is exhausted. The platform then starts a new one. Without this, threads die one by one, and
 * the process answers nothing any more, without an end.
 */
public final class OutOfMemory {

    /** The exit status that the option {@code ExitOnOutOfMemoryError} of the JVM uses too. */
    private static final int STATUS = 3;

    private OutOfMemory() {
    }

    /** Ends the process if an exception is, or was caused by, an {@link OutOfMemoryError}. */
    public static void exitIfCauseOf(Throwable thrown) {
        exitIfCauseOf(thrown, Runtime.getRuntime()::halt);
    }

    static void exitIfCauseOf(Throwable thrown, IntConsumer exit) {
        for (Throwable cause = thrown; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                System.err.println("The heap is exhausted; the process ends");
                exit.accept(STATUS);
                return;
            }
        }
    }
}
