package dev.glovebox.function;

/** Ids that tell one try at an image from every other. */
interface ClaimIds {

    /** An id that has not been given before, by this process or another. */
    String next();
}
