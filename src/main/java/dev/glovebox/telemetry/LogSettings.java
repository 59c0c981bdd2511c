package dev.glovebox.telemetry;

import java.util.Optional;

import io.smallrye.config.WithDefault;

/** {@code glovebox.log.*} */
public interface LogSettings {

    /** How each event is written. */
    @WithDefault("json")
    Form events();

    /** Keys the hashes that stand for objects: text of any length; unset: another with each start. */
    Optional<String> hashKey();

    /** How events are written. */
    enum Form {
        /** A line of JSON on standard output. */
        JSON,
        /** A line for people, in the log. */
        TEXT,
        /** Not at all. */
        NONE
    }
}
