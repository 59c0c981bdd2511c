package dev.glovebox.testing;

import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Maps the values of a test to settings, like the application. */
public final class MappedSettings {

    private MappedSettings() {
    }

    /**
     * @param prefix the prefix of the keys, without the final dot
     * @param values the values, by their keys without the prefix
     */
    public static <T> T of(Class<T> type, String prefix, Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(type, prefix);
        values.forEach((key, value) -> builder.withDefaultValue(prefix + "." + key, value));
        return builder.build().getConfigMapping(type, prefix);
    }
}
