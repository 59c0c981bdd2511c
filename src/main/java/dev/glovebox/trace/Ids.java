package dev.glovebox.trace;

/** Generates unique ids for requests and claims. Thread-safe. */
public interface Ids {

    /** Returns an id that neither this process nor another one has used before. */
    String next();
}
