package dev.glovebox.upload;

import io.smallrye.config.WithDefault;

/** {@code glovebox.result.*} */
public interface ResultSettings {

    /** Whether a result contains the provider's own answer. */
    @WithDefault("false")
    boolean includeRaw();
}
