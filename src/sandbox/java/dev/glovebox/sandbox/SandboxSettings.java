package dev.glovebox.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code glovebox.sandbox.*}, in dev mode. */
@ConfigMapping(prefix = "glovebox.sandbox")
interface SandboxSettings {

    /** Where the sandbox listens, on the loopback address. */
    @WithDefault("8090")
    int port();
}
