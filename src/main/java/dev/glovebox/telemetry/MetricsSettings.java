package dev.glovebox.telemetry;

import java.util.Optional;

/** The settings {@code glovebox.metrics.*}. */
public interface MetricsSettings {

    /** The CloudWatch namespace of the metrics in JSON events. If it is not set, the events contain no metrics. */
    Optional<String> emfNamespace();
}
