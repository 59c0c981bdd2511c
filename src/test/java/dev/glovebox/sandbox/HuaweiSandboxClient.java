package dev.glovebox.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

import dev.glovebox.testing.Images;

/** Sends requests to the sandbox's Huawei services. */
final class HuaweiSandboxClient implements AutoCloseable {

    static final SandboxAccount ACCOUNT = SandboxAccount.DEFAULT;

    private static final String OCR = "/v2/" + ACCOUNT.projectId() + "/ocr/";

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    HuaweiSandboxClient(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void close() {
        http.close();
    }

    /** Requests a new token for the account's project. */
    String createToken() throws Exception {
        return postTokenRequest(tokenRequest(ACCOUNT.password(), "\"project\": {\"id\": \"" + ACCOUNT.projectId() + "\"}"))
                .headers()
                .firstValue("X-Subject-Token").orElseThrow();
    }

    HttpResponse<String> postTokenRequest(String body) throws Exception {
        return send(request("/v3/auth/tokens", body));
    }

    HttpResponse<String> postOcrRequest(String operation, String token, String body) throws Exception {
        return send(ocrRequest(operation, body).header("X-Auth-Token", token));
    }

    HttpRequest.Builder ocrRequest(String operation, String body) {
        return request(OCR + operation, body);
    }

    URI ocrUrl(String operation) {
        return sandbox.url().resolve(OCR + operation);
    }

    HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(sandbox.url().resolve(path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asserts an error response in Huawei's shape. */
    static void assertError(HttpResponse<String> response, int status, String code) throws IOException {
        assertThat(Answer.JSON.readTree(response.body()).path("error_code").asText()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Answer.JSON.readTree(response.body()).path("error_msg").asText()).isNotBlank();
    }

    /** Returns the body of a request for a token. */
    static String tokenRequest(String password, String scope) {
        return """
                {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s", "password": "%s",
                  "domain": {"name": "%s"}}}}, "scope": {%s}}}""".formatted(ACCOUNT.username(), password, ACCOUNT.domain(),
                scope);
    }

    /** Returns the body of an OCR request with a test image. */
    static String imageRequest(String name) {
        return "{\"image\": \"" + base64(Images.file(name)) + "\"}";
    }

    /** Returns the body of an OCR request with a blank image of the given size. */
    static String blankImageRequest(String format, int width, int height) {
        return "{\"image\": \"" + base64(Images.blank(format, width, height)) + "\"}";
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
