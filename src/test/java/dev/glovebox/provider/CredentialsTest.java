package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.secret.SecretReference;
import dev.glovebox.secret.Secrets;
import dev.glovebox.testing.TestCredentials;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

class CredentialsTest {

    @TempDir
    Path folder;

    private final List<String> called = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private Path file;
    private String accepted = "first";

    @BeforeEach
    void writeSecret() throws IOException {
        file = folder.resolve("secret");
        Files.writeString(file, "first\n");
    }

    @Test
    void loadsOnceAndCaches() throws IOException {
        Credentials<String> credentials = credentials("file:" + file);

        assertThat(use(credentials)).isEqualTo("read by first");
        Files.delete(file);
        assertThat(use(credentials)).isEqualTo("read by first");
        assertThat(made).hasValue(1);
    }

    @Test
    void loadsRefusedSecretsAgainAndRetriesTheCall() throws IOException {
        Credentials<String> credentials = credentials("file:" + file);
        use(credentials);
        rotate("second");

        assertThat(use(credentials)).isEqualTo("read by second");
        assertThat(called).containsExactly("first", "first", "second");
    }

    @Test
    void doesNotRetryUnchangedSecretsAndLoadsNoneForAMinute() throws IOException {
        Credentials<String> credentials = credentials("file:" + file);
        use(credentials);
        accepted = "second";
        now = now.plus(Duration.ofHours(1));

        assertThat(refusal(credentials).failure().detail()).isEqualTo("refused first");
        Files.writeString(file, "second");
        now = now.plusSeconds(59);
        assertThat(refusal(credentials).failure().detail()).isEqualTo("refused first");
        assertThat(called).containsExactly("first", "first", "first");

        now = now.plusSeconds(1);
        assertThat(use(credentials)).isEqualTo("read by second");
    }

    @Test
    void callsPauseAfterARefusalUntilTheSecretsChange() throws IOException {
        Credentials<String> credentials = credentials("file:" + file);
        accepted = "second";
        refusal(credentials);

        assertThat(catchThrowableOfType(FailureException.class, () -> credentials.ready().await().indefinitely()).failure()
                .detail()).startsWith("refused first. Calls with these credentials pause");
        Files.writeString(file, "second");
        now = now.plus(Duration.ofMinutes(1).minusMillis(1));
        assertThat(catchThrowableOfType(FailureException.class, () -> credentials.ready().await().indefinitely()))
                .as("secrets are loaded at most once a minute").isNotNull();
        now = now.plusMillis(1);

        credentials.ready().await().indefinitely();
        assertThat(use(credentials)).isEqualTo("read by second");
        assertThat(called).as("calls of the provider").containsOnlyOnce("second");
    }

    @Test
    void failsWithTheRefusalIfTheSecretsCannotBeLoaded() throws IOException {
        Credentials<String> credentials = credentials("file:" + file);
        use(credentials);
        accepted = "second";
        Files.delete(file);
        now = now.plus(Duration.ofHours(1));

        assertThat(refusal(credentials).failure().detail()).isEqualTo("refused first");
    }

    @Test
    void failsWithTheRefusalIfTheLoadTakesTooLong() {
        Secrets slow = new Secrets(null, null, () -> now) {
            @Override
            public Uni<List<String>> load(List<SecretReference> references, Age age) {
                return age == Age.RECENT ? Uni.createFrom().item(List.of("first")) : Uni.createFrom().nothing();
            }
        };
        accepted = "second";
        Credentials<String> credentials = new CredentialsFactory(slow, () -> now).of("someone", "glovebox.someone.",
                Map.of("key", Optional.of("file:" + file)), secrets -> secrets.get("key"));

        assertThat(refusal(credentials).failure().code()).as("and no time-out").isEqualTo(FailureCode.PROVIDER_AUTH);
        assertThat(called).containsExactly("first");
    }

    @Test
    void doesNotRetryALiteralSecret() {
        accepted = "other";

        assertThat(refusal(credentials("value")).failure().detail()).isEqualTo("refused value");
        now = now.plus(Duration.ofHours(1));
        assertThat(called).containsExactly("value");
    }

    @Test
    void loadsOnceForManyRefusedCalls() throws IOException {
        Credentials<String> credentials = credentials("file:" + file);
        use(credentials);
        rotate("second");
        CompletableFuture<Void> refuse = new CompletableFuture<>();
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(credentials.use(by -> by.equals("first")
                    ? Uni.createFrom().completionStage(refuse).flatMap(go -> call(by))
                    : call(by)).subscribeAsCompletionStage());
        }
        refuse.complete(null);

        calls.forEach(call -> assertThat(call.join()).isEqualTo("read by second"));
        assertThat(made).hasValue(2);
    }

    @Test
    void loadsOnceForManyFirstCalls() {
        Credentials<String> credentials = credentials("file:" + file);

        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(credentials.use(this::call).subscribeAsCompletionStage());
        }

        calls.forEach(call -> assertThat(call.join()).isEqualTo("read by first"));
        assertThat(made).hasValue(1);
    }

    @Test
    void loadsKeysThatAreRotatedRightAfterTheStart() throws IOException {
        Credentials<String> credentials = credentials("file:" + file);
        use(credentials);
        accepted = "second";
        Files.writeString(file, "second");
        now = now.plusSeconds(1);

        assertThat(use(credentials)).isEqualTo("read by second");
    }

    @Test
    void namesTheKeyOfAMissingSecretAndLoadsItAgainLater() throws IOException {
        Files.delete(file);
        Credentials<String> credentials = credentials("file:" + file);

        Failure missing = refusal(credentials).failure();
        assertThat(missing.code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        assertThat(missing.detail()).isEqualTo(
                "A secret of glovebox.someone.key could not be loaded: The file of the secret does not exist");
        assertThat(missing.provider()).isEqualTo("someone");

        Files.writeString(file, "first");
        assertThat(use(credentials)).isEqualTo("read by first");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "plain words", "{\"other\": \"x\"}", "{\"key\": 5}", "{\"key\": \" \"}", "[]" })
    void rejectsContentThatIsNotASecret(String content) throws IOException {
        Files.writeString(file, content);

        Failure broken = refusal(credentials("file:" + file + "#key")).failure();

        assertThat(broken.code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        assertThat(broken.detail()).contains("glovebox.someone.key").doesNotContain("plain words");
    }

    @Test
    void rejectsABrokenReference() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> credentials("aws-ssm:"))
                .withMessageStartingWith("glovebox.someone.key must be ");
    }

    private Credentials<String> credentials(String setting) {
        return TestCredentials.at(() -> now).of("someone", "glovebox.someone.",
                Map.of("key", Optional.of(setting), "not-set", Optional.empty()), secrets -> {
                    made.incrementAndGet();
                    return secrets.get("key");
                });
    }

    private void rotate(String to) throws IOException {
        accepted = to;
        Files.writeString(file, to);
        now = now.plus(Duration.ofHours(1));
    }

    private String use(Credentials<String> credentials) {
        return credentials.use(this::call).await().atMost(Duration.ofSeconds(10));
    }

    private synchronized Uni<String> call(String by) {
        called.add(by);
        return by.equals(accepted) ? Uni.createFrom().item("read by " + by)
                : Uni.createFrom().failure(
                        Failure.of(FailureCode.PROVIDER_AUTH, "refused " + by, "someone", RetryAdvice.NEVER).toException());
    }

    private FailureException refusal(Credentials<String> credentials) {
        return catchThrowableOfType(FailureException.class, () -> use(credentials));
    }
}
