package dev.glovebox.telemetry;

import java.util.Optional;

/** {@code glovebox.metrics.*} */
public interface MetricsSettings {

    /** CloudWatch's namespace for the metrics within events that are written as JSON; unset: there are none in them. */
    Optional<String> emfNamespace();
}
