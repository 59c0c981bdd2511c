package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Requests that a proxy and the server could understand differently, and requests of other origins, get one refusal. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HttpEdgeTest {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String PING = "{\"warmup\": true}";

    @TestHTTPResource("/")
    URL url;
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @ParameterizedTest
    @ValueSource(strings = {
            // no Host, and two
            "POST /vin HTTP/1.1|Content-Type: application/json|Content-Length: 2||{}",
            "POST /vin HTTP/1.1|Host: localhost|Host: other|Content-Type: application/json|Content-Length: 2||{}",
            // a blank before the colon
            "POST /vin HTTP/1.1|Host: localhost|Content-Type: application/json|Content-Length : 2||{}",
            // two lengths
            "POST /vin HTTP/1.1|Host: localhost|Content-Type: application/json|Content-Length: 2|Content-Length: 60||{}" })
    void malformedRequestIsRejectedAndTheConnectionClosed(String lines) throws IOException {
        String answer = exchange(lines.replace("|", "\r\n") + "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(statuses(answer)).containsExactly("400");
    }

    @Test
    void lengthBesideATransferEncodingHidesNoSecondRequest() throws IOException {
        String answer = exchange("""
                POST /vin HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 4\r
                Transfer-Encoding: chunked\r
                \r
                0\r
                \r
                GET /q/health/live HTTP/1.1\r
                Host: localhost\r
                \r
                """);

        assertThat(statuses(answer)).containsExactly("400");
    }

    /** A proxy that ends the extension at the first line break sees one request, and another one inside its body. */
    @Test
    void lineBreakInAQuotedChunkExtensionHidesNoSecondRequest() throws IOException {
        String answer = exchange("""
                POST /vin HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                \r
                1;a="\r
                X\r
                0\r
                \r
                GET /q/health/live HTTP/1.1\r
                Host: localhost\r
                \r
                "\r
                Y\r
                0\r
                \r
                """);

        assertThat(statuses(answer)).as("the connection may be closed without an answer").isIn(List.of(), List.of("400"));
    }

    /** A folded line belongs to the header before it (RFC 9112, 5.2). A proxy may take it for a header. */
    @Test
    void foldedLineIsNoHeader() throws IOException {
        String answer = exchange("""
                POST /vin HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                X-Folded: a\r
                 Content-Length: 100\r
                Content-Length: 2\r
                \r
                {}GET /q/health/live HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                \r
                """);

        assertThat(statuses(answer)).containsExactly("400", "200");
    }

    @Test
    void http2WithoutTlsIsNotSpoken() throws IOException {
        assertThat(exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotContain(" 200 ").doesNotContain(" 502 ");
        assertThat(statuses(exchange("""
                GET /q/health/live HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade, HTTP2-Settings\r
                Upgrade: h2c\r
                HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r
                \r
                GET /q/health/live HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                \r
                """))).containsExactly("200", "200");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/metrics", "//q/metrics", "/vin/../q/metrics", "/q/./metrics", "/%71/metrics",
            "/q/health/../metrics",
            "/q", "/q/", "/q/info", "/q/openapi", "/q/arc" })
    void nothingButHealthIsBelowQ(String path) throws IOException {
        String answer = exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(statuses(answer)).containsExactly("404");
        assertThat(answer).doesNotContain("glovebox_", "jvm_");
    }

    @Test
    void metricsAreOnTheManagementPortAndHealthOnThatOfTheFunctions() {
        given().get(metrics).then().statusCode(200).body(containsString("process_cpu_usage"));
        given().get(url + "q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://evil.test", "null", "http://localhost:1", "https://localhost", "", "no origin" })
    void requestOfAnotherOriginIsRefused(String origin) {
        ping(origin).statusCode(403).contentType("application/problem+json").body("code", equalTo("forbidden-source"))
                .body("detail", containsString("glovebox.http.origins"));
    }

    @Test
    void requestOfTheOwnOriginIsServed() {
        ping("http://" + url.getHost() + ":" + url.getPort()).statusCode(204);
        given().contentType("application/json").body(PING).post(url + "vin").then().statusCode(204);
    }

    @Test
    void preflightOfAnotherOriginIsRefused() {
        given().header("Origin", "https://evil.test").header("Access-Control-Request-Method", "POST").options(url + "vin")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse ping(String origin) {
        return given().header("Origin", origin).contentType("application/json").body(PING).post(url + "vin").then();
    }

    private static List<String> statuses(String answer) {
        return STATUS_LINE.matcher(answer).results().map(line -> line.group(1)).toList();
    }

    /** Sends bytes and returns the answer until the server closes the connection. Fails if it does not. */
    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
