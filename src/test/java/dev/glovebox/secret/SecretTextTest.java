package dev.glovebox.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "secret", "secret\n", "secret\r\n", " secret\t", "\n\nsecret", "\uFEFFsecret\n", "secret \u2028" })
    void blanksAndLineEndsAroundASecretAreRemoved(String text) {
        assertThat(SecretText.trim(text)).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\nb", "a\rb", "a\tb", "a\u0000b", "a\u007fb", "a\u0085b", "\u0001" })
    void controlCharacterIsReportedWithTheKeyOnly(String secret) {
        assertThat(SecretText.problem("glovebox.huawei.token", secret))
                .contains("glovebox.huawei.token contains a control character, such as a line end");
    }

    @Test
    void otherCharactersAreAllowed() {
        assertThat(SecretText.problem("key", "pass word-密码+/=")).isEmpty();
    }
}
