package dev.glovebox.failure;

/**
 * A failure that no rule foresees, fit for a log: where it came from and what it was, without its message, which may hold
 * what was read.
 */
public final class Defect extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Defect(Throwable thrown, Throwable cause) {
        super(thrown.getClass().getName(), cause, false, true);
        setStackTrace(thrown.getStackTrace());
    }

    /** The same failure and its causes, without their messages. */
    public static Defect of(Throwable thrown) {
        return new Defect(thrown, thrown.getCause() == null || thrown.getCause() == thrown ? null : of(thrown.getCause()));
    }
}
