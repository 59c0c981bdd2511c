package dev.glovebox.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.MappedSettings;
import dev.glovebox.testing.ScriptedServer;

class SecretsTest {

    private static final Map<String, String> AWS = Map.of("aws.accessKeyId", "AKID", "aws.secretAccessKey", "not-to-be-printed",
            "aws.region", "eu-west-1");

    private final ScriptedServer server = new ScriptedServer();
    private final Secrets secrets = new Secrets(
            MappedSettings.of(SecretSettings.class, "glovebox.secrets",
                    Map.of("secrets-manager-endpoint", server.url().toString(), "ssm-endpoint", server.url().toString())),
            new ObjectMapper(), () -> this.now);
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");

    @BeforeEach
    void haveARole() {
        AWS.forEach(System::setProperty);
    }

    @AfterEach
    void close() {
        AWS.keySet().forEach(System::clearProperty);
        server.close();
    }

    @Test
    void shouldLoadWhatSeveralAreMembersOfOnce() {
        server.answer(200, "{\"SecretString\": \"{\\\"a\\\": \\\"1\\\", \\\"b\\\": \\\"2\\\"}\"}").answer(200,
                "{\"Parameter\": {\"Value\": \"3\"}}");

        assertThat(load(Secrets.Age.RECENT, "aws-secretsmanager:name#b", "aws-ssm:/name", "aws-secretsmanager:name#a", "4"))
                .containsExactly("2", "3", "1", "4");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void shouldRememberForAMomentUnlessAskedForWhatIsThereNow() {
        for (int i = 1; i <= 3; i++) {
            server.answer(200, "{\"SecretString\": \"value " + i + "\"}");
        }

        assertThat(load(Secrets.Age.RECENT, "aws-secretsmanager:name")).containsExactly("value 1");
        now = now.plusSeconds(9);
        assertThat(load(Secrets.Age.RECENT, "aws-secretsmanager:name")).containsExactly("value 1");
        assertThat(load(Secrets.Age.FRESH, "aws-secretsmanager:name")).containsExactly("value 2");
        now = now.plusSeconds(10);
        assertThat(load(Secrets.Age.RECENT, "aws-secretsmanager:name")).containsExactly("value 3");
    }

    private List<String> load(Secrets.Age age, String... settings) {
        return secrets.load(List.of(settings).stream().map(setting -> SecretReference.of(setting, "key")).toList(), age).await()
                .atMost(Duration.ofSeconds(10));
    }
}
