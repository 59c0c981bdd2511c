package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.image.ImageHeader;
import dev.glovebox.sandbox.Sandbox;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.LicenseTruth;
import dev.glovebox.testing.ResultSchemas;
import dev.glovebox.testing.ScriptedServer;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls the functions over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URL url;
    Sandbox sandbox;
    private int callsBefore;

    @BeforeEach
    void countCalls() {
        callsBefore = sandbox.calls().total();
    }

    static Stream<String> vins() {
        return LicenseTruth.of("").keySet().stream().filter(name -> name.startsWith("vin-"));
    }

    @ParameterizedTest
    @MethodSource("vins")
    void readsEveryVin(String name) {
        http().contentType(name.endsWith("png") ? "image/png" : "image/jpeg").body(Images.file(name)).post("/vin").then()
                .statusCode(200).contentType("application/json").body("schema", equalTo("urn:glovebox:schema:vin-1"))
                .body("status", equalTo("succeeded")).body("function", equalTo("vin"))
                .body("document.keySet()", contains("vin"))
                .body("document.vin.value", equalTo(LicenseTruth.of("").get(name).path("vin").asText()))
                .body("document.vin.checkDigit.verdict", equalTo("valid")).body("review", equalTo(false))
                .body("reviewReasons", hasSize(0)).body("provider.name", equalTo("huawei"))
                .body("provider.attempts", hasSize(1)).body("source.bucket", nullValue())
                .body("source.width", equalTo(width(name)));
    }

    @Test
    void servesTheSchemasThatResultsAndProblemsLinkTo() throws Exception {
        assertThat(followSchemaLink(http().contentType("image/jpeg").body(Images.file("vin-01.jpg")).post("/vin")))
                .isEqualTo("vin-1");
        assertThat(followSchemaLink(http().contentType("image/jpeg").body(Images.file("plate-03.jpg")).post("/license-plate")))
                .isEqualTo("license-plate-1");
        assertThat(followSchemaLink(
                http().contentType("image/jpeg").body(Images.file("license-01-front.jpg")).post("/vehicle-license")))
                .isEqualTo("vehicle-license-1");
        assertThat(followSchemaLink(http().contentType("image/jpeg").body(new byte[] { 1 }).post("/vin")))
                .isEqualTo("problem-1");
        assertThat(http().contentType("application/json").body("{\"Records\": []}").post("/vin").header("Link"))
                .as("an empty answer has no schema").isNull();
        assertThat(http().post("/no/such/function").header("Link")).as("a path that is not a function").isNull();
    }

    /** Returns the name of the schema that the answer links to. The answer must contain the id of that schema. */
    private String followSchemaLink(Response answer) throws Exception {
        Matcher link = Pattern.compile("<(schemas/(\\S+)\\.json)>; rel=\"describedby\"").matcher(answer.header("Link"));
        assertThat(link.matches()).as(answer.header("Link")).isTrue();
        JsonNode served = JSON.readTree(http().get("/" + link.group(1)).then().statusCode(200)
                .contentType("application/json").extract().asByteArray());
        assertThat(served).isEqualTo(ResultSchemas.file(link.group(2)));
        JsonNode id = JSON.readTree(answer.asByteArray()).path("schema");
        assertThat(id.isMissingNode() ? "urn:glovebox:schema:problem-1" : id.asText())
                .isEqualTo(served.path("$id").asText());
        return link.group(2);
    }

    @Test
    void servesTheOpenApiDescription() throws Exception {
        assertThat(JSON.readTree(http().get("/openapi.json").then().statusCode(200).contentType("application/json").extract()
                .asByteArray())).isEqualTo(ResultSchemas.resource("openapi.json"));
        http().get("/schemas/vin-0.json").then().statusCode(404).contentType("application/problem+json");
        http().post("/schemas/vin-1.json").then().statusCode(404).contentType("application/problem+json");
    }

    private static int width(String name) {
        return ImageHeader.read(Images.file(name)).width();
    }

    @Test
    void readsDrawnPlatesWithTheirColours() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> image : LicenseTruth.of("").entrySet()) {
            if (image.getKey().startsWith("plate-")) {
                JsonNode plate = document("/license-plate", image.getKey()).path("plates").path(0);
                String read = plate.path("number").path("value").asText() + " " + plate.path("color").path("value").asText();
                String truth = image.getValue().path("plate_number").asText() + " "
                        + image.getValue().path("plate_color").asText();
                if (!read.equals(truth)) {
                    wrong.add(image.getKey() + ": " + truth + " was read as " + read);
                }
                assertThat(plate.path("number").path("box")).as("four corners").hasSize(4);
                assertThat(plate.path("number").path("confidence").asDouble()).isBetween(0.5, 1.0);
            }
        }
        assertThat(wrong).as("at most one of 8 wrong").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void readsPhotographedPlates() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> image : LicenseTruth.of("real/").entrySet()) {
            String truth = image.getValue().path("plate_number").asText();
            String read = document("/license-plate", "real/" + image.getKey()).path("plates").path(0).path("number")
                    .path("value")
                    .asText();
            if (!read.equals(truth)) {
                wrong.add(image.getKey() + ": " + truth + " was read as " + read);
            }
        }
        assertThat(wrong).as("at most one of 5 wrong").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void recognizesTheColourOfAPlateInTheShade() throws Exception {
        assertThat(
                document("/license-plate", "real/plate-dt5022.jpg").path("plates").path(0).path("color").path("value").asText())
                .isEqualTo("blue");
    }

    @Test
    void readsLicencesFieldByField() throws Exception {
        int fields = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> image : LicenseTruth.of("").entrySet()) {
            if (image.getKey().startsWith("license-")) {
                fields += LicenseTruth.fields(image.getValue());
                JsonNode document = document("/vehicle-license", image.getKey());
                LicenseTruth.differences(image.getValue(), document)
                        .forEach(difference -> wrong.add(image.getKey() + ": " + difference));
                String otherSide = image.getValue().path("side").asText().equals("front") ? "back" : "front";
                assertThat(document.path(otherSide).isNull()).as("%s shows only the other page", image.getKey()).isTrue();
            }
        }
        assertThat(fields).isEqualTo(88);
        assertThat(wrong).as("at most 5 %% of %d fields wrong", fields).hasSizeLessThanOrEqualTo(fields / 20);
    }

    @Test
    void readsTheRequestedSideAndSeal() {
        byte[] front = Images.file("license-01-front.jpg");

        http().contentType("image/jpeg").body(front).post("/vehicle-license?side=front&returnIssuingAuthority=false").then()
                .statusCode(200).body("function", equalTo("vehicle-license"))
                .body("document.keySet()", contains("kind", "front", "back", "electronic"))
                .body("document.front.plateNumber.value", equalTo("甘KJB752"))
                .body("document.front.useCharacter.code", equalTo("F")).body("document.front.owner.box", hasSize(4))
                .body("document.front.issuingAuthority.value", nullValue()).body("document.back", nullValue());
        http().contentType("application/json")
                .body(Map.of("image", Base64.getEncoder().encodeToString(front), "side", "back")).post("/vehicle-license")
                .then()
                .statusCode(422).body("code", equalTo("not-recognized")).body("providerCode", equalTo("AIS.0104"));
    }

    @Test
    void acceptsAnImageInsideJson() {
        http().contentType("application/json; charset=utf-8")
                .body(Map.of("image", Base64.getEncoder().encodeToString(Images.file("vin-03.png")))).post("/vin").then()
                .statusCode(200).body("document.vin.value", equalTo("LFVEDP849L2975432")).body("source.format", equalTo("png"));
    }

    @Test
    void passesAnAllowedUrlToTheProvider() throws Exception {
        try (ScriptedServer files = new ScriptedServer().answer(200, Map.of("Content-Type", "image/png"),
                Images.file("vin-02.png"))) {
            http().contentType("application/json").body(Map.of("url", files.url() + "/vin.png")).post("/vin").then()
                    .statusCode(200)
                    .body("document.vin.value", equalTo("LSGD2DRC2PE462819")).body("source.bytes", nullValue());
        }
        http().contentType("application/json").body(Map.of("url", "https://elsewhere.example.com/vin.png")).post("/vin").then()
                .statusCode(403).body("code", equalTo("forbidden-source"))
                .body("detail", containsString("glovebox.image.url-hosts"));
    }

    static Stream<Arguments> invalidBodies() {
        byte[] gif = "GIF89a\u0001\u0000\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = "no image at all".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(Arguments.of("a GIF", "image/gif", gif, 415, "unsupported-image"),
                Arguments.of("a text named .jpg", "image/jpeg", text, 415, "unsupported-image"),
                Arguments.of("a truncated PNG", "image/png", Arrays.copyOf(Images.file("vin-02.png"), 20), 415,
                        "unsupported-image"),
                Arguments.of("an empty body", "image/jpeg", new byte[0], 400, "invalid-request"),
                Arguments.of("an empty JSON body", "application/json", new byte[0], 400, "invalid-request"),
                Arguments.of("no JSON", "application/json", text, 400, "invalid-request"),
                Arguments.of("invalid base64", "application/json", "{\"image\": \"no base64!\"}".getBytes(), 400,
                        "invalid-request"),
                Arguments.of("JSON without an image", "application/json", "{\"picture\": \"aGVsbG8=\"}".getBytes(), 400,
                        "invalid-request"),
                Arguments.of("a text", "text/csv", text, 400, "invalid-request"),
                Arguments.of("5000 px", "image/png", Images.blank("png", 5000, 100), 413, "image-too-large"),
                Arguments.of("10 px", "image/png", Images.blank("png", 10, 100), 422, "not-recognized"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidBodies")
    void rejectsAnInvalidBodyWithoutAProviderCall(String name, String contentType, byte[] body, int status, String code) {
        String detail = http().contentType(contentType).body(body).post("/vin").then().statusCode(status)
                .contentType("application/problem+json").body("type", equalTo("urn:glovebox:problem:" + code))
                .body("status", equalTo(status)).body("code", equalTo(code)).body("retryable", equalTo(false))
                .body("provider", nullValue()).extract().path("detail");

        assertThat(detail).isNotBlank();
        assertThat(sandbox.calls().total()).as("provider calls").isEqualTo(callsBefore);
    }

    @Test
    void explainsEachInvalidBodyDifferently() {
        List<String> details = invalidBodies()
                .map(body -> http().contentType((String) body.get()[1]).body((byte[]) body.get()[2])
                        .post("/vin").then().extract().<String> path("detail"))
                .distinct().toList();

        // an empty body has the same detail as an image and as JSON
        assertThat(details).hasSize((int) invalidBodies().count() - 1);
    }

    @Test
    void reportsAnImageWithoutTheDocument() {
        http().contentType("image/png").body(Images.blank("png", 400, 200)).post("/vin").then().statusCode(422)
                .body("code", equalTo("not-recognized")).body("provider", equalTo("huawei"))
                .body("providerCode", equalTo("AIS.0104"));
    }

    @ParameterizedTest
    @CsvSource({ "GET, /vin, 405", "PUT, /license-plate, 405", "POST, /no-such-function, 404", "GET, /, 404" })
    void returnsAProblemForWrongMethodsAndPaths(String method, String path, int status) {
        http().request(method, path).then().statusCode(status).contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    @Test
    void rejectsABodyThatIsTooLarge() {
        http().contentType("image/jpeg").body(new byte[17 * 1024 * 1024]).post("/vin").then().statusCode(413)
                .contentType("application/problem+json").body("code", equalTo("image-too-large"));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void acceptsABodyOfUnknownLength(boolean expectContinue) throws Exception {
        // no timeout: the sandbox is slow on a busy machine
        HttpResponse<String> answer = send(chunked(new ByteArrayInputStream(Images.file("license-01-front.jpg")),
                "/vehicle-license?side=front").expectContinue(expectContinue));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("甘KJB752");
    }

    @Test
    void rejectsAnEndlessBody() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatExceptionOfType(IOException.class).as("the server closes the connection, with or without an answer")
                .isThrownBy(() -> {
                    int status = send(chunked(endless, "/vin").timeout(Duration.ofSeconds(20))).statusCode();
                    assertThat(status).isEqualTo(413);
                    throw new IOException("answered");
                }).isNotInstanceOf(HttpTimeoutException.class);
    }

    /** HTTP clients refuse to send such a query, so the test writes the request itself. */
    @Test
    void rejectsAMalformedQuery() throws Exception {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                    POST /vin?side=%zz HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: image/jpeg\r
                    Content-Length: 1\r
                    \r
                    x""".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Returns a request without a Content-Length. */
    private HttpRequest.Builder chunked(InputStream body, String path) throws Exception {
        return HttpRequest.newBuilder(url.toURI().resolve(path)).version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "image/jpeg").POST(HttpRequest.BodyPublishers.ofInputStream(() -> body));
    }

    @ParameterizedTest
    @ValueSource(strings = { "vin", "vehicle-license", "license-plate" })
    void returnsAnEmptyBodyForAPing(String function) {
        http().contentType("application/json").body("{\"warmup\": true}").post("/" + function).then().statusCode(204);
        assertThat(sandbox.calls().total()).isEqualTo(callsBefore);
    }

    @Test
    void rejectsAnInvalidParameter() {
        http().contentType("image/jpeg").body(Images.file("license-01-front.jpg")).post("/vehicle-license?side=left").then()
                .statusCode(400).body("detail", equalTo("side must be front, back or both"));
    }

    private JsonNode document(String path, String image) throws Exception {
        String body = http().contentType("image/jpeg").body(Images.file(image)).post(path).then().statusCode(200).extract()
                .asString();
        return JSON.readTree(body).path("document");
    }

    private RequestSpecification http() {
        return given()
                .spec(new RequestSpecBuilder().setBaseUri(url.getProtocol() + "://" + url.getHost()).setPort(url.getPort())
                        .setConfig(RestAssured.config().encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                        .build());
    }
}
