package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glovebox.sandbox.Sandbox;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** HTTP requests that name S3 objects: bucket notifications, direct calls, queue messages and batch jobs. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class UploadTest {

    /** A bucket that {@code glovebox.storage.buckets} does not contain. */
    private static final String FORBIDDEN_BUCKET = "payroll";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URL url;
    Sandbox sandbox;
    S3Client s3;

    @Test
    void writesTheResultNextToTheImageOnce() throws Exception {
        String key = "in/" + UUID.randomUUID() + "/甘 KJB+752.jpg";
        String etag = upload(key, "plate-01.jpg");
        int calls = sandbox.calls().countOf("license-plate");

        postNotification("license-plate", TestStack.BUCKET, key, etag).statusCode(204);

        byte[] bytes = get(key + ".license-plate.json");
        JsonNode result = JSON.readTree(bytes);
        assertThat(result.path("status").asText()).isEqualTo("succeeded");
        assertThat(result.path("document").path("plates").path(0).path("number").path("value").asText()).isEqualTo("粤CBE815");
        assertThat(result.path("source").path("key").asText()).isEqualTo(key);
        assertThat(result.path("source").path("etag").asText()).isEqualTo(etag);
        assertThat(result.path("source").path("sequencer").asText()).isEqualTo("0055AED6DCD90281E5");

        postNotification("license-plate", TestStack.BUCKET, key, etag).statusCode(204);
        assertThat(sandbox.calls().countOf("license-plate")).isEqualTo(calls + 1);
        assertThat(get(key + ".license-plate.json")).isEqualTo(bytes);
    }

    @Test
    void returnsAndWritesTheResultOfACallWithAnObject() throws Exception {
        String key = "in/" + UUID.randomUUID() + ".png";
        upload(key, "vin-04.png");

        post("vin", Map.of("object", Map.of("bucket", TestStack.BUCKET, "key", key))).statusCode(200)
                .body("document.vin.value", equalTo("5YJVEH932HL276018")).body("source.key", equalTo(key));

        assertThat(JSON.readTree(get(key + ".vin.json")).path("document").path("vin").path("value").asText())
                .isEqualTo("5YJVEH932HL276018");
    }

    @Test
    void writesTheReasonWhyAnImageIsUnreadable() throws Exception {
        String key = "in/" + UUID.randomUUID() + ".gif";
        String etag = s3.putObject(request -> request.bucket(TestStack.BUCKET).key(key), RequestBody.fromString("GIF89a"))
                .eTag();
        int calls = sandbox.calls().total();

        postNotification("vin", TestStack.BUCKET, key, etag).statusCode(204);

        JsonNode result = JSON.readTree(get(key + ".vin.json"));
        assertThat(result.path("status").asText()).isEqualTo("failed");
        assertThat(result.path("error").path("code").asText()).isEqualTo("unsupported-image");
        assertThat(sandbox.calls().total()).isEqualTo(calls);
    }

    @Test
    void deletedObjectIsNotRetried() {
        String key = "in/" + UUID.randomUUID() + ".jpg";

        postNotification("vin", TestStack.BUCKET, key, "etag").statusCode(204);
        post("vin", Map.of("object", Map.of("bucket", TestStack.BUCKET, "key", key))).statusCode(404).body("code",
                equalTo("source-not-found"));

        assertThat(isMissing(key + ".vin.json")).isTrue();
    }

    /** Knative forwards notifications that MinIO wrote to Kafka as CloudEvents in binary mode, without a content type. */
    @Test
    void readsACloudEventWithoutAContentType() throws Exception {
        String key = "in/" + UUID.randomUUID() + ".png";
        upload(key, "vin-04.png");
        String event = """
                {"EventName": "s3:ObjectCreated:Put", "Key": "%s/%s", "Records": [{"eventVersion": "2.0",
                  "eventSource": "minio:s3", "eventName": "s3:ObjectCreated:Put", "s3": {"bucket": {"name": "%s"},
                  "object": {"key": "%s", "size": 1}}}]}"""
                .formatted(TestStack.BUCKET, key, TestStack.BUCKET, URLEncoder.encode(key, StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(url.toURI().resolve("/vin"))
                    .header("ce-specversion", "1.0").header("ce-id", "partition:0/offset:1")
                    .header("ce-type", "dev.knative.kafka.event").header("ce-source", "/kafkasource/uploads-vin")
                    .POST(HttpRequest.BodyPublishers.ofString(event)).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(204);
        }
        assertThat(new String(get(key + ".vin.json"), StandardCharsets.UTF_8)).contains("5YJVEH932HL276018");
    }

    /**
     * FunctionGraph and SCF call the container of an event function at these paths. The test
     * settings select the function {@code vin} for both.
     */
    @ParameterizedTest
    @ValueSource(strings = { "/invoke", "/event-invoke" })
    void readsAnEventAtThePathsOfFunctionGraphAndScf(String path) throws Exception {
        String key = "in/" + UUID.randomUUID() + ".png";
        upload(key, "vin-04.png");
        String event = """
                {"Records": [{"eventVersion": "2.1", "eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": "%s"},
                  "object": {"key": "%s", "size": 1}}}]}""".formatted(TestStack.BUCKET, key);

        server().contentType("text/plain").body(event).post(path).then().statusCode(200).body(equalTo("{}"));

        assertThat(new String(get(key + ".vin.json"), StandardCharsets.UTF_8)).contains("5YJVEH932HL276018");
        server().body(event.replace(TestStack.BUCKET, FORBIDDEN_BUCKET)).post(path).then().statusCode(403);
        server().body("no event").post(path).then().statusCode(400);
        server().post("/init").then().statusCode(200);
    }

    @Test
    void rejectsABucketThatIsNotAllowed() {
        post("vin", Map.of("object", Map.of("bucket", FORBIDDEN_BUCKET, "key", "a.jpg"))).statusCode(403).body("code",
                equalTo("forbidden-source"));
        postNotification("vin", FORBIDDEN_BUCKET, "a.jpg", "etag").statusCode(403);
    }

    @Test
    void skipsACopyOfAResult() {
        String key = "in/" + UUID.randomUUID() + ".png";
        String etag = upload(key, "vin-04.png");
        postNotification("vin", TestStack.BUCKET, key, etag).statusCode(204);
        // the extension in upper case: the check for a result must ignore case
        String copy = key.replace(".png", ".JSON");
        s3.copyObject(request -> request.sourceBucket(TestStack.BUCKET).sourceKey(key + ".vin.json")
                .destinationBucket(TestStack.BUCKET).destinationKey(copy));
        int calls = sandbox.calls().total();

        postNotification("vin", TestStack.BUCKET, copy, "etag").statusCode(204);

        assertThat(isMissing(copy + ".vin.json")).isTrue();
        assertThat(sandbox.calls().total()).isEqualTo(calls);
    }

    @Test
    void returnsTheIdsOfFailedQueueMessages() throws Exception {
        String key = "in/" + UUID.randomUUID() + "/a b.png";
        upload(key, "vin-04.png");
        String event = JSON.createObjectNode().put("detail-type", "Object Created").put("source", "aws.s3").set("detail",
                JSON.createObjectNode().<ObjectNode> set("bucket", JSON.createObjectNode().put("name", TestStack.BUCKET))
                        .set("object", JSON.createObjectNode().put("key", key)))
                .toString();

        post("vin", JSON.createObjectNode().set("Records", JSON.createArrayNode().add(message("good", event))
                .add(message("poison", "{")).add(message("forbidden", event.replace(TestStack.BUCKET, FORBIDDEN_BUCKET))))
                .toString())
                .statusCode(200).body("batchItemFailures.itemIdentifier", contains("poison", "forbidden"));

        assertThat(JSON.readTree(get(key + ".vin.json")).path("status").asText()).isEqualTo("succeeded");
    }

    private static JsonNode message(String id, String body) {
        return JSON.createObjectNode().put("messageId", id).put("receiptHandle", "r").put("eventSource", "aws:sqs").put("body",
                body);
    }

    @Test
    void returnsAResultForEachTaskOfABatchJob() {
        String key = "in/" + UUID.randomUUID() + ".png";
        upload(key, "vin-04.png");

        post("vin", """
                {"invocationSchemaVersion": "2.0", "invocationId": "i", "job": {"id": "j"}, "tasks": [
                  {"taskId": "1", "s3Key": "%s", "s3VersionId": null, "s3Bucket": "%s"},
                  {"taskId": "2", "s3Key": "gone.png", "s3VersionId": null, "s3Bucket": "%s"}]}"""
                .formatted(key, TestStack.BUCKET, TestStack.BUCKET)).statusCode(200)
                .body("invocationSchemaVersion", equalTo("2.0")).body("invocationId", equalTo("i"))
                .body("treatMissingKeysAs", equalTo("PermanentFailure"))
                .body("results.resultCode", contains("Succeeded", "PermanentFailure"))
                .body("results.taskId", contains("1", "2"));
    }

    private ValidatableResponse postNotification(String function, String bucket, String key, String etag) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return post(function,
                """
                        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
                          "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s", "size": 1024, "eTag": "%s",
                            "sequencer": "0055AED6DCD90281E5"}}}]}"""
                        .formatted(bucket, encoded, etag.replace("\"", "")));
    }

    private ValidatableResponse post(String function, Object body) {
        return server().contentType("application/json").body(body).post("/" + function).then();
    }

    private RequestSpecification server() {
        return given().baseUri("http://" + url.getHost()).port(url.getPort());
    }

    /** Returns the ETag. */
    private String upload(String key, String image) {
        return s3.putObject(request -> request.bucket(TestStack.BUCKET).key(key), RequestBody.fromBytes(Images.file(image)))
                .eTag()
                .replace("\"", "");
    }

    private byte[] get(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(TestStack.BUCKET).key(key)).asByteArray();
    }

    private boolean isMissing(String key) {
        try {
            get(key);
            return false;
        } catch (NoSuchKeyException missing) {
            return true;
        }
    }
}
