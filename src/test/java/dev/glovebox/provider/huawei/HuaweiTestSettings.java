package dev.glovebox.provider.huawei;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.glovebox.testing.MappedSettings;

/** Builds the settings of a test; null removes a setting. */
record HuaweiTestSettings(Map<String, String> values) {

    HuaweiSettings build() {
        return MappedSettings.of(HuaweiSettings.class, "glovebox.huawei", values);
    }

    HuaweiTestSettings keys(String access, String secret) {
        return with("access-key", access).with("secret-key", secret);
    }

    HuaweiTestSettings security(String token) {
        return with("security-token", token);
    }

    HuaweiTestSettings token(String token) {
        return with("token", token);
    }

    HuaweiTestSettings iamUser(String domain, String name, String password) {
        return with("iam.domain", domain).with("iam.username", name).with("iam.password", password);
    }

    HuaweiTestSettings within(Duration timeout) {
        return with("timeout", timeout.toString());
    }

    HuaweiTestSettings withoutProject() {
        return with("project-id", null);
    }

    HuaweiTestSettings at(URI endpoint) {
        return with("endpoint", endpoint.toString()).with("iam.endpoint", endpoint.toString());
    }

    HuaweiTestSettings with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new HuaweiTestSettings(changed);
    }
}
