package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRuleTest {

    private final OriginRule rule = new OriginRule(Set.of("https://fleet.example"));

    @ParameterizedTest
    @CsvSource({ "https://ocr.example, https, ocr.example, true", "https://ocr.example, https, ocr.example:443, true",
            "HTTPS://OCR.example, https, ocr.example, true", "http://ocr.example, https, ocr.example, false",
            "https://ocr.example, http, ocr.example, false", "http://localhost:8080, http, localhost:8080, true",
            "http://localhost:8081, http, localhost:8080, false", "https://fleet.example, https, ocr.example, true",
            "https://fleet.example:443, https, ocr.example, true", "https://fleet.example.evil.test, https, ocr.example, false",
            "null, https, ocr.example, false", "'', https, ocr.example, false" })
    void onlyTheOwnOriginAndListedOnesAreAllowed(String origin, String scheme, String authority, boolean allowed) {
        assertThat(rule.allows(origin, scheme, authority)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({ "https, ocr.example", "http, localhost:8080" })
    void callerWithoutAnOriginIsNoBrowser(String scheme, String authority) {
        assertThat(rule.allows(null, scheme, authority)).isTrue();
    }
}
