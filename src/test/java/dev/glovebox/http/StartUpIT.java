package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.glovebox.testing.Packaged;

/** The packaged server does not start with invalid settings, and names the invalid one. */
class StartUpIT {

    private static final Map<String, String> KEYS = Map.of("GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY",
            "not-to-be-printed", "GLOVEBOX_HUAWEI_PROJECT_ID", "project");

    static Stream<Arguments> invalidSettings() {
        return Stream.of(Arguments.of(Map.of(), "glovebox.huawei.access-key"),
                Arguments.of(Map.of("GLOVEBOX_HUAWEI_SECRET_KEY", "not-to-be-printed"), "glovebox.huawei.access-key missing"),
                Arguments.of(with("GLOVEBOX_PROVIDERS", "nobody"), "glovebox.providers names an unknown provider: nobody"),
                Arguments.of(with("GLOVEBOX_VIN_PROVIDERS", "nobody"),
                        "glovebox.vin.providers names an unknown provider: nobody"),
                Arguments.of(with("GLOVEBOX_HUAWEI_TIMEOUT", "soon"), "glovebox.huawei.timeout"),
                Arguments.of(with("GLOVEBOX_HUAWEI_TIMEOUT", "0s"), "glovebox.huawei.timeout"),
                Arguments.of(with("GLOVEBOX_HUAWEI_RATE_LIMIT", "fast"), "glovebox.huawei.rate-limit"),
                Arguments.of(with("GLOVEBOX_HUAWEI_MAX_RETRIES", "-1"), "glovebox.huawei.max-retries"),
                Arguments.of(with("GLOVEBOX_HUAWEI_BREAKER_FAILURE_RATIO", "2"), "glovebox.huawei.breaker.failure-ratio"),
                Arguments.of(with("GLOVEBOX_PROVIDERS", "huawei,huawei"), "glovebox.providers names a provider twice"),
                Arguments.of(with("GLOVEBOX_PROVIDERS", "huawei,tencent"), "glovebox.tencent.secret-id is missing"),
                Arguments.of(with("GLOVEBOX_VIN_PROVIDERS", "tencent-classic"), "glovebox.tencent-classic.app-id is missing"),
                Arguments.of(withClassic("GLOVEBOX_PROVIDERS"),
                        "glovebox.providers names no provider that reads vehicle-license"),
                Arguments.of(withClassic("GLOVEBOX_LICENSE_PLATE_PROVIDERS"),
                        "glovebox.license-plate.providers names no provider that reads license-plate"),
                Arguments.of(with("GLOVEBOX_TRIGGER_CONCURRENCY", "0"), "glovebox.trigger.concurrency must be 1 or more"),
                Arguments.of(with("GLOVEBOX_REVIEW_MIN_CONFIDENCE", "1.5"),
                        "glovebox.review.min-confidence must be from 0 to 1"),
                Arguments.of(with("GLOVEBOX_REVIEW_MIN_CONFIDENCE", "high"), "glovebox.review.min-confidence"),
                Arguments.of(with("GLOVEBOX_TRIGGER_SUFFIXES", ".jpg,.JSON"),
                        "glovebox.trigger.suffixes matches results: .JSON"),
                Arguments.of(with("GLOVEBOX_TIMEOUT", "1s"), "glovebox.timeout"),
                Arguments.of(with("GLOVEBOX_HTTP_EVENT_FUNCTION", "plates"),
                        "glovebox.http.event-function is not a function: plates"),
                Arguments.of(with("GLOVEBOX_LOG_EVENTS", "xml"), "glovebox.log.events"),
                Arguments.of(with("GLOVEBOX_LOG_HASH_KEY", "aws-ssm:"), "glovebox.log.hash-key must be aws-ssm:<name>"),
                Arguments.of(with("GLOVEBOX_HUAWEI_SECRET_KEY", "file:"), "glovebox.huawei.secret-key must be file:<name>"),
                Arguments.of(with("GLOVEBOX_STORAGE_CLAIM_TIMEOUT", "-1s"), "glovebox.storage.claim-timeout"),
                Arguments.of(with("GLOVEBOX_HUAWEI_ENDPOINT", "ocr.example.com"), "glovebox.huawei.endpoint"),
                Arguments.of(with("GLOVEBOX_STORAGE_TYPE", "tape"), "glovebox.storage.type"),
                Arguments.of(with("GLOVEBOX_VEHICLE_LICENSE_SIDE", "left"), "glovebox.vehicle-license.side"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("invalidSettings")
    void namesTheInvalidSetting(Map<String, String> environment, String message) throws Exception {
        Process process = Packaged.start(environment);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(output).contains(message).doesNotContain("not-to-be-printed").doesNotContain("\tat ");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(KEYS);
        environment.put(name, value);
        return environment;
    }

    /** Returns settings with a chain of one provider, which reads only VINs. */
    private static Map<String, String> withClassic(String chain) {
        Map<String, String> environment = with(chain, "tencent-classic");
        environment.put("GLOVEBOX_TENCENT_CLASSIC_APP_ID", "200001");
        environment.put("GLOVEBOX_TENCENT_CLASSIC_SECRET_ID", "ID");
        environment.put("GLOVEBOX_TENCENT_CLASSIC_SECRET_KEY", "not-to-be-printed");
        return environment;
    }
}
