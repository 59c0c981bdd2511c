package dev.glovebox.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.VinDocument;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.Digests;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RestClients;
import dev.glovebox.testing.Golden;
import dev.glovebox.testing.MappedSettings;
import dev.glovebox.testing.ScriptedServer;
import dev.glovebox.testing.TestProviders;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;

/** The requests on the wire, and the result of answers that the other tests do not cover. */
@QuarkusTest
class TencentProviderTest {

    private static final Instant NOW = Instant.ofEpochSecond(1704164645);
    private static final String VIN = "{\"Response\": {\"Vin\": \"LBV2B25G2E5069977\", \"RequestId\": \"request-1\"}}";
    private static final String CONTENT_TYPE = "application/json; charset=utf-8";

    @Inject
    ObjectMapper json;
    @Inject
    RestClients clients;

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void signsExactlyTheBytesThatItSends() {
        server.answer(200, VIN);

        Recognition read = ask(provider(Map.of("token", "temporary", "region", "ap-guangzhou")), request(DocumentType.VIN));

        assertThat(((VinDocument) read.normalized().document()).vin().value()).isEqualTo("LBV2B25G2E5069977");
        assertThat(read.requestId()).isEqualTo("request-1");
        ScriptedServer.Request request = server.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString("/");
        assertThat(request.text()).isEqualTo("{\"ImageBase64\":\"aGVsbG8=\"}");
        assertThat(request.headers().getFirst("Content-Type")).as("byte for byte").isEqualTo(CONTENT_TYPE);
        assertThat(request.headers().getFirst("X-TC-Action")).isEqualTo("VinOCR");
        assertThat(request.headers().getFirst("X-TC-Version")).isEqualTo("2018-11-19");
        assertThat(request.headers().getFirst("X-TC-Timestamp")).isEqualTo("1704164645");
        assertThat(request.headers().getFirst("X-TC-Token")).isEqualTo("temporary");
        assertThat(request.headers().getFirst("X-TC-Region")).isEqualTo("ap-guangzhou");
        assertThat(request.headers().getFirst("Content-Length")).as("not chunked")
                .isEqualTo(String.valueOf(request.body().length));
        String host = "localhost:" + server.url().getPort();
        assertThat(request.headers().getFirst("Host")).isEqualTo(host);
        assertThat(request.headers().getFirst("Authorization")).isEqualTo(new TencentSigner("ID", "KEY", "ocr").authorization(
                "POST", "", Map.of("content-type", CONTENT_TYPE, "host", host, "x-tc-action", "vinocr"),
                Digests.sha256(request.text()), NOW));
    }

    @Test
    void shouldContinueTheTraceUnsigned() {
        server.answer(200, VIN);

        ask(provider(Map.of()), new OcrRequest(DocumentType.VIN, hello(), new ReadOptions(LicenseSide.BOTH, true),
                Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "X-Amzn-Trace-Id",
                        "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1")));

        Headers headers = server.requests().get(0).headers();
        assertThat(headers.getFirst("traceparent")).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(headers.getFirst("X-Amzn-Trace-Id")).isEqualTo("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
        assertThat(headers.getFirst("Authorization")).contains("SignedHeaders=content-type;host;x-tc-action,");
    }

    @Test
    void shouldSendNoHeaderThatIsNotSet() {
        server.answer(200, VIN);

        ask(provider(Map.of()), request(DocumentType.VIN));

        assertThat(server.requests().get(0).headers().containsKey("traceparent")).isFalse();
        assertThat(server.requests().get(0).headers().containsKey("X-Amzn-Trace-Id")).isFalse();
        assertThat(server.requests().get(0).headers().containsKey("X-TC-Token")).isFalse();
        assertThat(server.requests().get(0).headers().containsKey("X-TC-Region")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "LICENSE_PLATE, FRONT, LicensePlateOCR, '{\"ImageBase64\":\"aGVsbG8=\"}'",
            "VEHICLE_LICENSE, FRONT, VehicleLicenseOCR, '{\"ImageBase64\":\"aGVsbG8=\",\"CardSide\":\"FRONT\"}'",
            "VEHICLE_LICENSE, BACK, VehicleLicenseOCR, '{\"ImageBase64\":\"aGVsbG8=\",\"CardSide\":\"BACK\"}'",
            "VEHICLE_LICENSE, BOTH, VehicleLicenseOCR, '{\"ImageBase64\":\"aGVsbG8=\",\"CardSide\":\"DOUBLE\"}'" })
    void shouldNameTheOperationAndTheSide(DocumentType type, LicenseSide side, String action, String body) {
        server.answer(200,
                Golden.answer("tencent", type == DocumentType.LICENSE_PLATE ? "license-plate" : "vehicle-license-both")
                        .toString());

        ask(provider(Map.of()), new OcrRequest(type, hello(), new ReadOptions(side, true)));

        assertThat(server.requests().get(0).headers().getFirst("X-TC-Action")).isEqualTo(action);
        assertThat(server.requests().get(0).text()).isEqualTo(body);
    }

    @Test
    void shouldPassOnAUrlInPlaceOfTheImage() {
        server.answer(200, VIN);

        ask(provider(Map.of()), new OcrRequest(DocumentType.VIN, new Image.Remote(URI.create("https://h/京.jpg?a=b&c=d")),
                new ReadOptions(LicenseSide.BOTH, true)));

        assertThat(server.requests().get(0).text()).isEqualTo("{\"ImageUrl\":\"https://h/%E4%BA%AC.jpg?a=b&c=d\"}");
    }

    @Test
    void shouldFindAnErrorThatComesWithStatus200() {
        server.answer(200, """
                {"Response": {"Error": {"Code": "FailedOperation.EmptyImageError", "Message": "京AF0236"},
                  "RequestId": "request-2"}}""");

        Failure failure = refusal(provider(Map.of()), request(DocumentType.VIN));

        assertThat(failure.code()).isEqualTo(FailureCode.NOT_RECOGNIZED);
        assertThat(failure.providerCode()).isEqualTo("FailedOperation.EmptyImageError");
        assertThat(failure.detail()).doesNotContain("京AF0236");
        assertThat(failure.requestId()).isEqualTo("request-2");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void correctsTheClockByTheServicesTimeOnce() {
        String expired = "{\"Response\": {\"Error\": {\"Code\": \"AuthFailure.SignatureExpire\"}, \"RequestId\": \"1\"}}";
        // the server's Date header is years ahead of this provider's clock
        server.answer(200, expired).answer(200, VIN).answer(200, VIN).answer(200, expired);
        OcrProvider provider = provider(Map.of());

        ask(provider, request(DocumentType.VIN));
        ask(provider, request(DocumentType.VIN));
        assertThat(refusal(provider, request(DocumentType.VIN)).code()).as("the clock is right, and it is refused all the same")
                .isEqualTo(FailureCode.PROVIDER_AUTH);

        assertThat(server.requests()).hasSize(4).extracting(request -> request.headers().getFirst("X-TC-Timestamp"))
                .first().isEqualTo("1704164645");
        assertThat(server.requests().subList(1, 4)).extracting(request -> request.headers().getFirst("X-TC-Timestamp"))
                .allSatisfy(timestamp -> assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                        .isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS)));
    }

    @Test
    void correctsTheClockForAllCallsInFlight() throws InterruptedException {
        String expired = "{\"Response\": {\"Error\": {\"Code\": \"AuthFailure.SignatureExpire\"}, \"RequestId\": \"1\"}}";
        server.hang();
        for (int i = 0; i < 5; i++) {
            server.answer(200, expired);
        }
        for (int i = 0; i < 5; i++) {
            server.answer(200, VIN);
        }
        OcrProvider provider = provider(Map.of());
        List<CompletableFuture<Recognition>> callers = IntStream.range(0, 5)
                .mapToObj(i -> provider.recognize(request(DocumentType.VIN)).subscribeAsCompletionStage()).toList();
        server.awaitRequests(5);
        server.release();

        assertThat(callers).allSatisfy(caller -> assertThat(caller).succeedsWithin(Duration.ofSeconds(10)));
        assertThat(server.requests()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "", "{\"Response\": {}}", "{\"Response\": {\"Vin\": \"LBV2B2", "<html></html>",
            "{\"Response\": {\"Error\": {}}}", "{\"Response\": {\"Error\": null}}",
            "{\"Response\": {\"Error\": {\"Code\": \"京 is no code\"}}}" })
    void rejectsBrokenAnswers(String body) {
        server.answer(200, body);

        Failure failure = refusal(provider(Map.of()), request(DocumentType.VIN));

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_FAILURE);
        assertThat(failure.providerCode()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeSevenMegabytesOfBase64AndNoMore(DocumentType type) {
        ImageLimits limits = provider(Map.of()).limits(type).orElseThrow();
        int most = 7 * 1024 * 1024 / 4 * 3;

        assertThat(limits.findViolation(image(ImageFormat.JPEG, most))).isEmpty();
        assertThat(limits.findViolation(image(ImageFormat.PNG, most + 1)))
                .containsInstanceOf(ImageLimits.Violation.TooLarge.class);
        assertThat(limits.findViolation(image(ImageFormat.TIFF, 10)))
                .containsInstanceOf(ImageLimits.Violation.WrongFormat.class);
        assertThat(limits.findViolation(image(ImageFormat.BMP, 10)).isEmpty()).isEqualTo(type == DocumentType.VEHICLE_LICENSE);
    }

    @ParameterizedTest
    @CsvSource({ "secret-id, glovebox.tencent.secret-id is missing", "secret-key, glovebox.tencent.secret-key is missing" })
    void shouldNameTheKeysOfMissingCredentials(String key, String message) {
        Map<String, String> settings = new HashMap<>(Map.of("secret-id", "ID", "secret-key", "KEY"));
        settings.remove(key);

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> factory(settings).provider())
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({ "endpoint, ocr.tencentcloudapi.com", "timeout, 0s", "max-retries, -1", "retry-delay, 0s", "rate-limit, 10",
            "rate-limit, 0/s", "rate-limit, 1001/s", "rate-limit, ten/s", "concurrency, 0", "breaker.calls, 0",
            "breaker.failure-ratio, 0", "breaker.failure-ratio, 1.1", "breaker.delay, -1s" })
    void namesTheKeyOfAnInvalidValue(String key, String value) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> provider(Map.of(key, value)))
                .withMessageStartingWith("glovebox.tencent." + key + " must be");
    }

    @Test
    void shouldLoadRotatedKeysOnceTheOldOnesAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tencent.json");
        Files.writeString(file, "{\"id\": \"OLD\", \"key\": \"old\", \"token\": \"t1\"}");
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        OcrProvider provider = new TencentProviderFactory(MappedSettings.of(TencentSettings.class, "glovebox.tencent",
                Map.of("secret-id", "file:" + file + "#id", "secret-key", "file:" + file + "#key", "token",
                        "file:" + file + "#token", "endpoint", server.url().toString())),
                TestProviders.support(clients, json, now::get)).provider();
        server.answer(200, VIN)
                .answer(200, "{\"Response\": {\"Error\": {\"Code\": \"AuthFailure.SecretIdNotFound\"}, \"RequestId\": \"r\"}}")
                .answer(200, VIN);

        ask(provider, request(DocumentType.VIN));
        Files.writeString(file, "{\"id\": \"NEW\", \"key\": \"new\", \"token\": \"t2\"}");
        now.set(NOW.plus(Duration.ofHours(1)));
        ask(provider, request(DocumentType.VIN));

        assertThat(server.requests()).extracting(request -> request.headers().getFirst("X-TC-Token") + " "
                + request.headers().getFirst("Authorization").replaceAll(".*Credential=(\\w+)/.*", "$1"))
                .containsExactly("t1 OLD", "t1 OLD", "t2 NEW");
    }

    @Test
    void usesTheServicesRateLimitByDefault() {
        assertThat(provider(Map.of()).policy().rateLimit())
                .hasValueSatisfying(limit -> assertThat(limit.spacing()).isEqualTo(Duration.ofMillis(100)));
        assertThat(provider(Map.of("rate-limit", "7/m")).policy().rateLimit())
                .hasValueSatisfying(limit -> assertThat(limit.spacing()).isEqualTo(Duration.ofMillis(8572)));
        assertThat(provider(Map.of("rate-limit", "none")).policy().rateLimit()).isEmpty();
    }

    private OcrProvider provider(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("secret-id", "ID", "secret-key", "KEY", "endpoint", server.url().toString()));
        all.putAll(settings);
        return factory(all).provider();
    }

    private TencentProviderFactory factory(Map<String, String> settings) {
        return new TencentProviderFactory(MappedSettings.of(TencentSettings.class, "glovebox.tencent", settings),
                TestProviders.support(clients, json, InstantSource.fixed(NOW)));
    }

    private static OcrRequest request(DocumentType type) {
        return new OcrRequest(type, hello(), new ReadOptions(LicenseSide.BOTH, true));
    }

    private static Image hello() {
        return new Image.Inline(Base64.getDecoder().decode("aGVsbG8="), new ImageHeader(ImageFormat.JPEG, 100, 100));
    }

    private static Image.Inline image(ImageFormat format, int bytes) {
        return new Image.Inline(new byte[bytes], new ImageHeader(format, 100, 100));
    }

    private static Recognition ask(OcrProvider provider, OcrRequest request) {
        return provider.recognize(request).await().atMost(Duration.ofSeconds(10));
    }

    private static Failure refusal(OcrProvider provider, OcrRequest request) {
        return catchThrowableOfType(FailureException.class, () -> ask(provider, request)).failure();
    }
}
