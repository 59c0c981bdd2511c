package dev.glovebox.trace;

/** Ids that tell one try at an image, or one request, from every other. */
public interface Ids {

    /** An id that has not been given before, by this process or another. */
    String next();
}
