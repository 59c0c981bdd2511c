package dev.glovebox.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings {@code glovebox.sandbox.*} of dev mode. */
@ConfigMapping(prefix = "glovebox.sandbox")
interface SandboxSettings {

    /** The port of the sandbox on the loopback address. */
    @WithDefault("8090")
    int port();

    /** The level of Huawei's licence operation: current, or older as in some private clouds. */
    @WithDefault("current")
    HuaweiLicenseLevel huaweiLicenseLevel();
}
