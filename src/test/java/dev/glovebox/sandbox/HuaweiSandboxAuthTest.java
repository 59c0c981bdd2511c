package dev.glovebox.sandbox;

import static dev.glovebox.sandbox.HuaweiSandboxClient.assertError;
import static dev.glovebox.sandbox.HuaweiSandboxClient.imageRequest;
import static dev.glovebox.sandbox.HuaweiSandboxClient.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Tokens, passwords and signatures of Huawei in the sandbox. */
class HuaweiSandboxAuthTest {

    private static final SandboxAccount ACCOUNT = HuaweiSandboxClient.ACCOUNT;
    /** The signature of {@code {}} for the VIN operation, with a signed date only; computed with Python's hmac. */
    private static final String SIGNATURE = "062d86fedacc3900b7ae203fee8537c40756ff92a1511891d1256343a5eecad4";

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final Sandbox sandbox = Sandbox.start(0, ACCOUNT, () -> now);
    private final HuaweiSandboxClient client = new HuaweiSandboxClient(sandbox);

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @Test
    void projectTokenIsAcceptedUntilItExpires() throws Exception {
        HttpResponse<String> answer = client
                .postTokenRequest(tokenRequest(ACCOUNT.password(), "\"project\": {\"name\": \"cn-north-4\"}"));

        assertThat(answer.statusCode()).isEqualTo(201);
        String token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
        assertThat(token).startsWith("MII").hasSizeGreaterThan(3000);
        JsonNode body = Answer.JSON.readTree(answer.body()).path("token");
        assertThat(body.path("expires_at").asText()).isEqualTo("2026-02-01T08:00:00.000000Z");
        assertThat(body.path("issued_at").asText()).isEqualTo("2026-01-31T08:00:00.000000Z");
        assertThat(body.path("project").path("id").asText()).isEqualTo(ACCOUNT.projectId());

        HttpResponse<String> read = client.postOcrRequest("vin", token, imageRequest("vin-01.jpg"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(read.body()).isEqualTo("{\"result\":{\"vin\":\"1HGK2DEG6L6083016\"}}");

        now = now.plus(ACCOUNT.tokenValidity());
        assertError(client.postOcrRequest("vin", token, imageRequest("vin-01.jpg")), 401, "APIG.0307");
    }

    @Test
    void otherTokensAreRefused() throws Exception {
        String accountToken = client.postTokenRequest(tokenRequest(ACCOUNT.password(), "\"domain\": {\"name\": \"x\"}"))
                .headers()
                .firstValue("X-Subject-Token").orElseThrow();

        assertError(client.postOcrRequest("vin", "MIIx", imageRequest("vin-01.jpg")), 401, "APIG.0301");
        assertError(client.postOcrRequest("vin", accountToken, imageRequest("vin-01.jpg")), 403, "ModelArts.0212");
        assertError(
                client.send(client.request("/v2/another-project/ocr/vin", "{}").header("X-Auth-Token", client.createToken())),
                403,
                "APIG.0310");
        assertError(client.send(client.ocrRequest("vin", "{}")), 401, "APIG.0301");
    }

    @ParameterizedTest
    @CsvSource({ "wrong, 401", "'', 401" })
    void wrongPasswordsAreRefused(String password, int status) throws Exception {
        HttpResponse<String> answer = client
                .postTokenRequest(tokenRequest(password, "\"project\": {\"name\": \"cn-north-4\"}"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Answer.JSON.readTree(answer.body()).path("error").path("title").asText()).isEqualTo("Unauthorized");
        assertThat(answer.headers().firstValue("X-Subject-Token")).isEmpty();
    }

    @Test
    void manyWrongPasswordsLockTheUser() throws Exception {
        for (int i = 0; i < 6; i++) {
            client.postTokenRequest(tokenRequest("wrong", "\"project\": {\"name\": \"cn-north-4\"}"));
        }

        assertThat(client.postTokenRequest(tokenRequest(ACCOUNT.password(), "\"project\": {\"name\": \"cn-north-4\"}"))
                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void manyWrongSignaturesLockTheKeyForFiveMinutes() throws Exception {
        Map<String, String> right = Map.of("X-Sdk-Date", "20260131T080000Z", "Authorization",
                "SDK-HMAC-SHA256 Access=sandbox-access-key, SignedHeaders=x-sdk-date, Signature=" + SIGNATURE);
        Map<String, String> wrong = new HashMap<>(right);
        wrong.put("Authorization", right.get("Authorization").replaceFirst("Signature=.", "Signature=1"));
        assertThat(signed(right).statusCode()).as("right signature, no image").isEqualTo(400);

        for (int i = 0; i < 6; i++) {
            assertError(signed(wrong), 401, "APIG.0301");
        }
        assertError(signed(right), 401, "APIG.0301");

        now = now.plus(Duration.ofMinutes(5));
        assertThat(signed(right).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> signed(Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = client.ocrRequest("vin", "{}");
        headers.forEach(request::header);
        return client.send(request);
    }
}
