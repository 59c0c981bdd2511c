package dev.glovebox.testing;

import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings as the application maps them, from what a test says. */
public final class MappedSettings {

    private MappedSettings() {
    }

    /**
     * @param prefix of the keys, without a dot at its end
     * @param values by the rest of their keys
     */
    public static <T> T of(Class<T> type, String prefix, Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(type, prefix);
        values.forEach((key, value) -> builder.withDefaultValue(prefix + "." + key, value));
        return builder.build().getConfigMapping(type, prefix);
    }
}
