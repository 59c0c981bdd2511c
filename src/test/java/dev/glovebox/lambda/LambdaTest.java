package dev.glovebox.lambda;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.sandbox.Sandbox;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.ScriptedServer;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.parsing.Parser;
import io.restassured.response.ValidatableResponse;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Calls the {@code vin} handler through the mock of the Runtime API in Quarkus' Lambda extension. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LambdaTest {

    Sandbox sandbox;
    S3Client s3;

    @Test
    void answersADirectInvocation() {
        invoke(Map.of("image", Base64.getEncoder().encodeToString(Images.file("vin-01.jpg")))).statusCode(200)
                .body("function", equalTo("vin")).body("document.vin.value", equalTo("1HGK2DEG6L6083016"));
    }

    @Test
    void readsAnUploadWithAnEmptyAnswer() throws Exception {
        String bucket = "bucket-" + UUID.randomUUID();
        s3.createBucket(request -> request.bucket(bucket));
        s3.putObject(request -> request.bucket(bucket).key("照片/a b.jpg"), RequestBody.fromBytes(Images.file("vin-07.jpg")));

        invoke("""
                {"Records": [{"eventVersion": "2.1", "eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": "%s"},
                  "object": {"key": "%%E7%%85%%A7%%E7%%89%%87/a+b.jpg", "size": 1}}}]}""".formatted(bucket)).statusCode(204);

        JsonNode result = new ObjectMapper().readTree(
                s3.getObjectAsBytes(request -> request.bucket(bucket).key("照片/a b.jpg.vin.json")).asByteArray());
        assertThat(result.path("document").path("vin").path("value").asText()).isEqualTo("LSGKFMKR4JA792440");
        assertThat(result.path("source").path("key").asText()).isEqualTo("照片/a b.jpg");
    }

    @Test
    void callWithAnObjectGetsTheResultAndWritesIt() {
        String key = "in/" + UUID.randomUUID() + "/车.png";
        s3.putObject(request -> request.bucket(TestStack.BUCKET).key(key), RequestBody.fromBytes(Images.file("vin-04.png")));

        invoke(Map.of("object", Map.of("bucket", TestStack.BUCKET, "key", key))).statusCode(200)
                .body("document.vin.value", equalTo("5YJVEH932HL276018")).body("source.key", equalTo(key));

        assertThat(s3.getObjectAsBytes(request -> request.bucket(TestStack.BUCKET).key(key + ".vin.json")).asUtf8String())
                .contains("5YJVEH932HL276018");
    }

    @Test
    void passesAnAllowedUrlToTheProvider() {
        try (ScriptedServer files = new ScriptedServer().answer(200, Map.of("Content-Type", "image/png"),
                Images.file("vin-02.png"))) {
            invoke(Map.of("url", files.url() + "/vin.png")).statusCode(200).body("document.vin.value",
                    equalTo("LSGD2DRC2PE462819"));
        }
    }

    @Test
    void failureHasItsTypeAndCodeAndTheNextEventSucceeds() {
        invoke("{\"Records\": 5}").statusCode(500).body("errorType", equalTo("dev.glovebox.failure.FailureException"))
                .body("errorMessage", startsWith("invalid-request: Records is not an array"));
        invoke(Map.of("image", "R0lGODlh")).statusCode(500).body("errorMessage", startsWith("unsupported-image: "));
        invoke("{\"warmup\": true}").statusCode(204);
    }

    @Test
    void pingMakesNoProviderCall() {
        int calls = sandbox.calls().total();

        invoke("{\"warmup\": true}").statusCode(204);

        assertThat(sandbox.calls().total()).isEqualTo(calls);
    }

    @Test
    void deepPingMakesNoProviderCall() {
        int calls = sandbox.calls().total();

        invoke("{\"warmup\": \"deep\"}").statusCode(204);

        assertThat(sandbox.calls().total()).isEqualTo(calls);
    }

    @Test
    void returnsAGatewayResponseToAGatewayEvent() throws Exception {
        JsonNode read = new ObjectMapper().readTree(invoke(Map.of("version", "2.0", "requestContext",
                Map.of("http", Map.of("method", "POST")), "headers", Map.of("content-type", "image/jpeg"), "body",
                Base64.getEncoder().encodeToString(Images.file("vin-01.jpg")), "isBase64Encoded", true)).statusCode(200)
                .extract()
                .asString());
        JsonNode forbidden = new ObjectMapper().readTree(invoke(Map.of("httpMethod", "POST", "requestContext",
                Map.of("stage", "x"),
                "headers", Map.of("Content-Type", "application/json"), "body", "{\"url\": \"https://elsewhere.example/\"}",
                "isBase64Encoded", false)).statusCode(200).extract().asString());

        assertThat(read.path("statusCode").asInt()).isEqualTo(200);
        assertThat(read.path("headers").path("Content-Type").asText()).isEqualTo("application/json");
        assertThat(read.path("isBase64Encoded").asBoolean(true)).isFalse();
        assertThat(new ObjectMapper().readTree(read.path("body").asText()).path("document").path("vin").path("value").asText())
                .isEqualTo("1HGK2DEG6L6083016");
        assertThat(forbidden.path("statusCode").asInt()).isEqualTo(403);
        assertThat(forbidden.path("headers").path("Content-Type").asText()).isEqualTo("application/problem+json");
        assertThat(new ObjectMapper().readTree(forbidden.path("body").asText()).path("code").asText())
                .isEqualTo("forbidden-source");
        assertThat(invoke(Map.of("httpMethod", "GET", "requestContext", Map.of("stage", "x"))).extract().asString())
                .contains("\"statusCode\":405");
    }

    @Test
    void returnsTheIdsOfFailedQueueMessages() {
        invoke("""
                {"Records": [{"messageId": "test", "receiptHandle": "r", "eventSource": "aws:sqs",
                    "body": "{\\"Event\\": \\"s3:TestEvent\\"}"},
                  {"messageId": "poison", "receiptHandle": "r", "eventSource": "aws:sqs", "body": "no JSON"}]}""")
                .statusCode(200)
                .body("batchItemFailures.itemIdentifier", contains("poison"));
    }

    static ValidatableResponse invoke(Object event) {
        return given().port(LambdaPort.get()).contentType("application/json; charset=" + StandardCharsets.UTF_8).body(event)
                // the answer has no content type, since the Runtime API requires none
                .post("/_lambda_").then().parser("application/x-www-form-urlencoded", Parser.JSON);
    }
}
