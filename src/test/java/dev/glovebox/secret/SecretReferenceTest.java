package dev.glovebox.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class SecretReferenceTest {

    @ParameterizedTest
    @CsvSource({ "file:/run/secrets/key, FILE, /run/secrets/key,", "file:key.json#secret-key, FILE, key.json, secret-key",
            "aws-secretsmanager:glovebox/huawei#sk, SECRETS_MANAGER, glovebox/huawei, sk",
            "aws-secretsmanager:arn:aws:secretsmanager:eu-west-1:1:secret:a-B1#sk, SECRETS_MANAGER,"
                    + " arn:aws:secretsmanager:eu-west-1:1:secret:a-B1, sk",
            "aws-ssm:/glovebox/sk, PARAMETER_STORE, /glovebox/sk," })
    void parsesStoreAndNameAndJsonMember(String value, SecretStore store, String name, String member) {
        assertThat(SecretReference.of(value, "key")).isEqualTo(new SecretReference.Stored(store, name, member, "key"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "EXAMPLE", "p:w", "a#b", "pass file:x", "arn:x" })
    void treatsAnyOtherTextAsTheSecretItself(String value) {
        assertThat(SecretReference.of(value, "key")).isEqualTo(new SecretReference.Value(value));
    }

    @ParameterizedTest
    @ValueSource(strings = { "file:", "file:/", "file:a#", "aws-ssm:", "aws-secretsmanager:#sk", "aws-secret:name", "vault:x" })
    void invalidReferenceIsRejectedWithTheSettingsKey(String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SecretReference.of(value, "glovebox.huawei.secret-key"))
                .withMessageStartingWith("glovebox.huawei.secret-key ").withMessageNotContaining("#sk");
    }

    @Test
    void toStringDoesNotContainTheSecret() {
        assertThat(SecretReference.of("not-to-be-printed", "key")).hasToString("Value");
    }
}
