package dev.glovebox.failure;

/**
 * An unforeseen exception in a form that can be logged: its type and stack trace without its message, which may contain data of
 * a document.
 */
public final class Defect extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Defect(Throwable thrown, Throwable cause) {
        super(thrown.getClass().getName(), cause, false, true);
        setStackTrace(thrown.getStackTrace());
    }

    /** Returns a copy of the exception and its causes without their messages. */
    public static Defect of(Throwable thrown) {
        return new Defect(thrown, thrown.getCause() == null || thrown.getCause() == thrown ? null : of(thrown.getCause()));
    }
}
