package dev.glovebox.telemetry;

import java.util.Optional;

import io.smallrye.config.WithDefault;

/** The settings {@code glovebox.log.*}. */
public interface LogSettings {

    /** The format in which events are written. */
    @WithDefault("json")
    EventFormat events();

    /**
     * The secret key of the hashes that replace object names in events: a text of any length. If it is not set, each start
     * generates a new key.
     */
    Optional<String> hashKey();

    /** The format in which events are written. */
    enum EventFormat {
        /** One line of JSON on standard output. */
        JSON,
        /** One line of text in the log. */
        TEXT,
        /** No output. */
        NONE
    }
}
