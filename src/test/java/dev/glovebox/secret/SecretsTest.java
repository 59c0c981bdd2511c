package dev.glovebox.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
    void setAwsCredentials() {
        AWS.forEach(System::setProperty);
    }

    @AfterEach
    void close() {
        AWS.keySet().forEach(System::clearProperty);
        server.close();
    }

    @Test
    void loadsSeveralMembersOfOneSecretOnce() {
        server.answer(200, "{\"SecretString\": \"{\\\"a\\\": \\\"1\\\", \\\"b\\\": \\\"2\\\"}\"}").answer(200,
                "{\"Parameter\": {\"Value\": \"3\"}}");

        assertThat(load(Secrets.Age.RECENT, "aws-secretsmanager:name#b", "aws-ssm:/name", "aws-secretsmanager:name#a", "4"))
                .containsExactly("2", "3", "1", "4");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void cachesForTenSecondsUnlessTheSecretMustBeFresh() {
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

    @Test
    void callsTheStoreOnceForConcurrentCallers() throws InterruptedException {
        server.answer(200, "{\"SecretString\": \"value\"}");
        server.hang();

        List<CompletableFuture<List<String>>> callers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            callers.add(start(Secrets.Age.RECENT, "aws-secretsmanager:name"));
        }
        server.awaitRequest();
        callers.getFirst().cancel(true);
        server.release();

        assertThat(callers.subList(1, 10)).allSatisfy(
                caller -> assertThat(caller).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(List.of("value")));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void doesNotWaitForAnOlderCallIfTheSecretMustBeFresh() throws InterruptedException {
        server.answer(200, "{\"SecretString\": \"value\"}").answer(200, "{\"SecretString\": \"value\"}");
        server.hang();

        CompletableFuture<List<String>> recent = start(Secrets.Age.RECENT, "aws-secretsmanager:name");
        server.awaitRequest();
        CompletableFuture<List<String>> fresh = start(Secrets.Age.FRESH, "aws-secretsmanager:name");
        server.awaitRequest();
        server.release();

        assertThat(fresh).succeedsWithin(Duration.ofSeconds(10));
        assertThat(recent).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void callsTheStoreAgainAfterAFailure() {
        server.answer(500, "{}").answer(200, "{\"SecretString\": \"value\"}");

        assertThatExceptionOfType(SecretException.class)
                .isThrownBy(() -> load(Secrets.Age.RECENT, "aws-secretsmanager:name"));
        assertThat(load(Secrets.Age.RECENT, "aws-secretsmanager:name")).containsExactly("value");
    }

    private List<String> load(Secrets.Age age, String... settings) {
        return secrets.load(references(settings), age).await().atMost(Duration.ofSeconds(10));
    }

    private CompletableFuture<List<String>> start(Secrets.Age age, String setting) {
        return secrets.load(references(setting), age).subscribeAsCompletionStage();
    }

    private static List<SecretReference> references(String... settings) {
        return List.of(settings).stream().map(setting -> SecretReference.of(setting, "key")).toList();
    }
}
