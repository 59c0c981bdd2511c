package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.glovebox.testing.ScriptedServer;
import io.smallrye.mutiny.Uni;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What an answer of the store means. Only the codes of a missing object mean that an object is gone. */
class S3AnswersTest {

    private static final ObjectName NAME = new ObjectName("bucket-1", "in/粤B12345.jpg", null);
    private static final Map<String, String> HEADERS = Map.of("ETag", "\"tag\"", "Last-Modified",
            "Tue, 01 Dec 2026 04:24:33 GMT");

    private final ScriptedServer server = new ScriptedServer();
    private final S3Client client = S3Client.builder().endpointOverride(server.url()).forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1))
                    .apiCallTimeout(Duration.ofSeconds(1)).addExecutionInterceptor(new WithoutExpectation()))
            .build();
    private final ObjectStore store = S3ObjectStore.ofAws(new S3Requests(() -> client));

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    @ParameterizedTest
    @CsvSource({ "get, 404, NoSuchKey, NotFound", "get, 404, NoSuchVersion, NotFound", "get, 404, NoSuchBucket, NoSuchBucket",
            "get, 404, NotFound, StorageException", "get, 404, none, StorageException", "get, 403, AccessDenied, Forbidden",
            "get, 401, none, Forbidden", "get, 500, InternalError, StorageException", "get, 503, SlowDown, StorageException",
            "get, 301, PermanentRedirect, StorageException",
            "etag, 404, NoSuchKey, NotFound", "etag, 404, NoSuchBucket, NoSuchBucket", "etag, 404, none, StorageException",
            "etag, 403, none, Forbidden", "isMarked, 404, NoSuchKey, NotFound", "isMarked, 404, NoSuchBucket, NoSuchBucket",
            "put, 404, NoSuchBucket, NoSuchBucket", "put, 404, none, StorageException", "put, 403, AccessDenied, Forbidden",
            "put, 507, none, StorageException", "put, 501, NotImplemented, StorageException",
            "create, 412, PreconditionFailed, Conflict", "create, 404, NoSuchBucket, NoSuchBucket",
            "create, 404, none, StorageException", "create, 501, NotImplemented, StorageException",
            "replace, 412, PreconditionFailed, Conflict", "replace, 404, NoSuchKey, Conflict",
            "replace, 404, NoSuchBucket, NoSuchBucket", "replace, 404, none, StorageException" })
    void answerMeans(String operation, int status, String code, String meaning) {
        String error = code.equals("none") ? "" : "<Error><Code>" + code + "</Code><Message>in/粤B12345.jpg</Message></Error>";
        // the second answer is for the GET that explains a HEAD, or that looks for the own write after a conflict
        server.answer(status, Map.of(), operation.equals("etag") || operation.equals("isMarked") ? "" : error)
                .answer(status, Map.of(), error);

        Throwable failure = catchThrowable(() -> wait(request(operation)));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(failure.getMessage()).doesNotContain("粤B12345");
        if (meaning.equals("NoSuchBucket") || meaning.equals("Forbidden")) {
            assertThat(failure.getMessage()).contains("bucket-1");
        }
    }

    private Uni<?> request(String operation) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return switch (operation) {
            case "get" -> store.get(NAME, 100);
            case "etag" -> store.etag(NAME);
            case "isMarked" -> store.isMarked(NAME);
            case "put" -> store.put(NAME, json);
            case "create" -> store.create(NAME, json);
            case "replace" -> store.replace(NAME, json, "tag");
            default -> throw new IllegalArgumentException(operation);
        };
    }

    @Test
    void objectInChunksIsReadUpToTheLimit() {
        server.answerInChunks(200, HEADERS, "12345".getBytes(StandardCharsets.UTF_8))
                .answerInChunks(200, HEADERS, "123456".getBytes(StandardCharsets.UTF_8));

        ObjectContent content = wait(store.get(NAME, 5));

        assertThat(content.bytes()).isEqualTo("12345".getBytes(StandardCharsets.UTF_8));
        assertThat(content.etag()).isEqualTo("tag");
        assertThatExceptionOfType(StorageException.TooLarge.class).isThrownBy(() -> wait(store.get(NAME, 5)))
                .withMessage("The object has more than 5 bytes");
    }

    @Test
    void ageOfAnObjectIsMeasuredByTheClockOfTheStore() {
        // the server adds the header Date
        String written = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(2));
        server.answer(200, Map.of("ETag", "\"tag\"", "Last-Modified", written), "12345")
                .answer(200, Map.of("ETag", "\"tag\""), "12345");

        assertThat(wait(store.get(NAME, 5)).age()).isBetween(Duration.ofSeconds(119), Duration.ofSeconds(180));
        assertThat(wait(store.get(NAME, 5)).age()).as("age without Last-Modified").isNull();
    }

    @Test
    void writeWithoutAnEntityTagInTheAnswerLooksForTheTag() {
        server.answer(200, Map.of(), "").answer(200, HEADERS, "");

        assertThat(wait(store.put(NAME, "{}".getBytes(StandardCharsets.UTF_8)))).isEqualTo("tag");
        assertThat(server.requests()).extracting(ScriptedServer.Request::method).containsExactly("PUT", "HEAD");
    }

    @Test
    void hungStoreFailsAfterTheTimeLimitOfTheCall() {
        server.hang();

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> wait(store.get(NAME, 5)))
                .withMessage("The store cannot be reached");
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(20));
    }
}
