package dev.glovebox.provider.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicensePlateDocument;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.VehicleLicenseDocument;
import dev.glovebox.document.VinDocument;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RestClients;
import dev.glovebox.sandbox.Sandbox;
import dev.glovebox.sandbox.SandboxAccount;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.ScriptedServer;
import dev.glovebox.testing.TestProviders;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;

/** The requests on the wire, and the result of every kind of answer. */
@QuarkusTest
class HuaweiProviderTest {

    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String VIN = "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}";
    private static final String PLATE = "{\"result\": [{\"plate_number\": \"京AF0236\", \"plate_color\": \"blue\", \"confidence\": 0.9}]}";
    private static final String INVALID_PARAMETER = "{\"error_code\": \"AIS.0101\", \"error_msg\": \"invalid parameter\"}";
    private static final Instant NOW = Instant.parse("2024-01-02T03:04:05Z");

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
    void signsExactlyTheBytesThatItSends() throws Exception {
        server.answer(200, Map.of("Content-Type", "application/json", "X-Request-Id", "request-1"), VIN);

        Recognition read = ask(keyPair(Optional.of("temporary")), vin());

        assertThat(((VinDocument) read.normalized().document()).vin().value()).isEqualTo("LBV2B25G2E5069977");
        assertThat(read.requestId()).isEqualTo("request-1");
        ScriptedServer.Request request = server.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString("/v2/" + PROJECT + "/ocr/vin");
        assertThat(request.text()).isEqualTo("{\"image\":\"aGVsbG8=\"}");
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(request.headers().getFirst("X-Sdk-Date")).isEqualTo("20240102T030405Z");
        assertThat(request.headers().getFirst("X-Project-Id")).isEqualTo(PROJECT);
        assertThat(request.headers().getFirst("X-Security-Token")).isEqualTo("temporary");
        assertThat(request.headers().containsKey("X-Auth-Token")).isFalse();
        assertThat(request.headers().getFirst("Content-length")).as("not chunked").isEqualTo("20");
        String host = "localhost:" + server.url().getPort();
        assertThat(request.headers().getFirst("Host")).isEqualTo(host);
        assertThat(request.headers().getFirst("Authorization")).isEqualTo(new HuaweiSigner("AK", "SK").authorization("POST",
                URI.create(server.url() + "/v2/" + PROJECT + "/ocr/vin"), Map.of("host", host, "x-project-id", PROJECT,
                        "x-sdk-date", "20240102T030405Z", "x-security-token", "temporary"),
                MessageDigest.getInstance("SHA-256").digest(request.body())));
    }

    @Test
    void shouldSendExactlyOneOfImageAndUrlAndTheLicencesOptions() {
        server.answer(200, "{\"result\": {}}").answer(200, "{\"result\": {}}").answer(200, "{\"result\": []}");
        OcrProvider provider = keyPair(Optional.empty());

        ask(provider, new OcrRequest(DocumentType.VEHICLE_LICENSE, hello(), new ReadOptions(LicenseSide.BACK, false)));
        ask(provider, new OcrRequest(DocumentType.VEHICLE_LICENSE, new Image.Remote(URI.create("https://h/京.jpg?a=\u00e4")),
                new ReadOptions(LicenseSide.BOTH, true)));
        ask(provider, new OcrRequest(DocumentType.LICENSE_PLATE, hello(), new ReadOptions(LicenseSide.BOTH, true)));

        assertThat(server.requests()).extracting(ScriptedServer.Request::text).containsExactly(
                "{\"image\":\"aGVsbG8=\",\"side\":\"back\",\"return_issuing_authority\":false,\"return_text_location\":true,\"recognize_electronic_license\":true}",
                "{\"url\":\"https://h/%E4%BA%AC.jpg?a=%C3%A4\",\"side\":\"double_side\",\"return_issuing_authority\":true,"
                        + "\"return_text_location\":true,\"recognize_electronic_license\":true}",
                "{\"image\":\"aGVsbG8=\"}");
        assertThat(server.requests()).extracting(request -> request.uri().getPath()).containsExactly(
                "/v2/" + PROJECT + "/ocr/vehicle-license", "/v2/" + PROJECT + "/ocr/vehicle-license",
                "/v2/" + PROJECT + "/ocr/license-plate");
    }

    @Test
    void deploymentOfTheOlderLevelGetsOnePageInEachCall() {
        server.answer(400, INVALID_PARAMETER)
                .answer(200, "{\"result\": {\"number\": \"苏JGF113\", \"vin\": \"LBV2B25G2E5069977\"}}")
                .answer(200, "{\"result\": {\"file_no\": \"320900123456\"}}")
                .answer(200, "{\"result\": {\"number\": \"苏JGF113\"}}");
        OcrProvider provider = keyPair(Optional.empty());

        Recognition both = ask(provider, license(LicenseSide.BOTH));
        Recognition front = ask(provider, license(LicenseSide.FRONT));

        VehicleLicenseDocument document = (VehicleLicenseDocument) both.normalized().document();
        assertThat(document.front().vin().value()).isEqualTo("LBV2B25G2E5069977");
        assertThat(document.back().fileNumber().value()).isEqualTo("320900123456");
        assertThat(both.earlierCalls()).extracting(Attempt::outcome).containsExactly("invalid-request", "succeeded");
        assertThat(front.earlierCalls()).as("the finding holds").isEmpty();
        assertThat(server.requests()).extracting(ScriptedServer.Request::text).containsExactly(
                "{\"image\":\"aGVsbG8=\",\"side\":\"double_side\",\"return_issuing_authority\":true,\"return_text_location\":true,\"recognize_electronic_license\":true}",
                "{\"image\":\"aGVsbG8=\",\"side\":\"front\",\"return_issuing_authority\":true}",
                "{\"image\":\"aGVsbG8=\",\"side\":\"back\",\"return_issuing_authority\":true}",
                "{\"image\":\"aGVsbG8=\",\"side\":\"front\",\"return_issuing_authority\":true}");
    }

    @Test
    void pictureOfOnePageIsALicenseAtTheOlderLevel() {
        server.answer(400, "{\"error_code\": \"AIS.0104\", \"error_msg\": \"x\"}").answer(200,
                "{\"result\": {\"file_no\": \"320900123456\"}}");

        Recognition read = ask(olderLevel(), license(LicenseSide.BOTH));

        assertThat(((VehicleLicenseDocument) read.normalized().document()).back().fileNumber().value())
                .isEqualTo("320900123456");
        assertThat(read.earlierCalls()).extracting(Attempt::outcome).containsExactly("not-recognized");
    }

    @Test
    void pictureWithoutAPageFailsAtTheOlderLevel() {
        server.answer(400, "{\"error_code\": \"AIS.0104\", \"error_msg\": \"x\"}").answer(400,
                "{\"error_code\": \"AIS.0104\", \"error_msg\": \"x\"}");

        assertThat(refusal(olderLevel(), license(LicenseSide.BOTH)).code()).isEqualTo(FailureCode.NOT_RECOGNIZED);
        assertThat(server.requests()).hasSize(2);
    }

    /** The parameter may be wrong at both levels, such as the URL of the image. */
    @Test
    void parameterThatBothLevelsRefuseIsAFailureAndNoFinding() {
        server.answer(400, INVALID_PARAMETER).answer(400, INVALID_PARAMETER).answer(200,
                "{\"result\": {\"front\": {\"number\": \"苏JGF113\"}, \"back\": {}}}");
        OcrProvider provider = keyPair(Optional.empty());

        assertThat(refusal(provider, license(LicenseSide.FRONT)).code()).isEqualTo(FailureCode.INVALID_REQUEST);
        ask(provider, license(LicenseSide.BOTH));

        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().getLast().text()).contains("double_side");
    }

    @Test
    void currentLevelCanBeForced() {
        server.answer(400, INVALID_PARAMETER);
        OcrProvider provider = provider(settings().keys("AK", "SK").with("license-api", "current"));

        assertThat(refusal(provider, license(LicenseSide.BOTH)).providerCode()).isEqualTo("AIS.0101");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldContinueTheTraceUnsigned() {
        server.answer(200, VIN);

        ask(keyPair(Optional.empty()), new OcrRequest(DocumentType.VIN, hello(), new ReadOptions(LicenseSide.BOTH, true),
                Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "X-Amzn-Trace-Id",
                        "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1")));

        Headers headers = server.requests().get(0).headers();
        assertThat(headers.getFirst("traceparent")).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(headers.getFirst("X-Amzn-Trace-Id")).isEqualTo("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
        assertThat(headers.getFirst("Authorization")).contains("SignedHeaders=host;x-project-id;x-sdk-date,");
    }

    @Test
    void shouldNeverRepeatARefusedSignature() {
        server.answer(401, "{\"error_code\": \"APIG.0301\", \"error_msg\": \"x\", \"request_id\": \"y\"}").answer(200, VIN);

        Failure failure = refusal(keyPair(Optional.empty()), vin());

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldLoadRotatedKeysOnceTheOldOnesAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huawei.json");
        Files.writeString(file, "{\"ak\": \"OLD\", \"sk\": \"old\"}");
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        OcrProvider provider = new HuaweiProviderFactory(
                settings().keys("file:" + file + "#ak", "file:" + file + "#sk").build(),
                TestProviders.support(clients, json, now::get)).provider();
        server.answer(200, VIN).answer(401, "{\"error_code\": \"APIG.0301\"}").answer(200, VIN).answer(401,
                "{\"error_code\": \"APIG.0301\"}");

        ask(provider, vin());
        Files.writeString(file, "{\"ak\": \"NEW\", \"sk\": \"new\"}");
        now.set(NOW.plus(Duration.ofHours(1)));
        ask(provider, vin());
        Failure refused = refusal(provider, vin());

        assertThat(refused.code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        assertThat(server.requests()).extracting(request -> request.headers().getFirst("Authorization").replaceAll(
                ".*Access=(\\w+),.*", "$1")).containsExactly("OLD", "OLD", "NEW", "NEW");
    }

    @Test
    void shouldFetchATokenWithTheNewPasswordOnceTheOldOneIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "old\n");
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        OcrProvider provider = new HuaweiProviderFactory(settings().iamUser("domain", "user", "file:" + file).build(),
                TestProviders.support(clients, json, now::get)).provider();
        iam("one").answer(200, VIN).answer(401, "{\"error\": {\"code\": 401}}");
        iam("two").answer(200, VIN);

        ask(provider, vin());
        Files.writeString(file, "new\n");
        now.set(NOW.plus(Duration.ofHours(25)));
        ask(provider, vin());

        assertThat(server.requests()).extracting(ScriptedServer.Request::text)
                .filteredOn(text -> text.contains("password")).extracting(text -> text.contains("\"password\":\"new\""))
                .containsExactly(false, false, true);
        assertThat(server.requests().getLast().headers().getFirst("X-Auth-Token")).isEqualTo("two");
    }

    @Test
    void usesAFixedTokenAndRequestsNoOther() {
        server.answer(200, VIN).answer(401, "{\"error_code\": \"APIG.0307\"}");
        OcrProvider provider = provider(settings().token("fixed"));

        ask(provider, vin());
        assertThat(server.requests().get(0).headers().getFirst("X-Auth-Token")).isEqualTo("fixed");
        assertThat(server.requests().get(0).headers().containsKey("Authorization")).isFalse();

        assertThat(refusal(provider, vin()).code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void shouldFetchATokenOnceAndFindOutTheProject() {
        iam("one").answer(200, VIN).answer(200, PLATE);
        OcrProvider provider = provider(settings().iamUser("domain", "user", "p\"w").withoutProject());

        ask(provider, vin());
        Recognition plate = ask(provider,
                new OcrRequest(DocumentType.LICENSE_PLATE, hello(), new ReadOptions(LicenseSide.BOTH, true)));

        assertThat(((LicensePlateDocument) plate.normalized().document()).plates().get(0).number().confidence()).isEqualTo(0.9);
        assertThat(server.requests()).extracting(request -> request.uri().toString()).containsExactly(
                "/v3/auth/tokens?nocatalog=true", "/v2/found-project/ocr/vin", "/v2/found-project/ocr/license-plate");
        assertThat(server.requests().get(0).text()).isEqualTo("{\"auth\":{\"identity\":{\"methods\":[\"password\"],"
                + "\"password\":{\"user\":{\"name\":\"user\",\"password\":\"p\\\"w\",\"domain\":{\"name\":\"domain\"}}}},"
                + "\"scope\":{\"project\":{\"name\":\"cn-north-4\"}}}}");
        assertThat(server.requests().get(2).headers().getFirst("X-Auth-Token")).isEqualTo("one");
    }

    @Test
    void shouldRenewARefusedTokenOnceAndReplayTheCall() {
        iam("one").answer(401, "{\"error_code\": \"APIG.0307\"}");
        iam("two").answer(200, VIN).answer(401, "{\"error_code\": \"ModelArts.4103\"}");
        iam("three").answer(401, "{\"error_code\": \"APIG.0301\"}");
        OcrProvider provider = provider(settings().iamUser("domain", "user", "p\"w"));

        ask(provider, vin());
        assertThat(refusal(provider, vin()).code()).as("the new token was refused too").isEqualTo(FailureCode.PROVIDER_AUTH);

        assertThat(refusal(provider, vin()).code()).as("and none is asked for again so soon")
                .isEqualTo(FailureCode.PROVIDER_AUTH);

        assertThat(server.requests()).extracting(request -> request.headers().getFirst("X-Auth-Token")).containsExactly(null,
                "one",
                null, "two", "two", null, "three");
    }

    @Test
    void renewsAnExpiredTokenOnceForFiftyCallers() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        SandboxAccount account = SandboxAccount.DEFAULT;
        try (Sandbox sandbox = Sandbox.start(0, account, now::get)) {
            OcrProvider provider = new HuaweiProviderFactory(
                    settings().iamUser(account.domain(), account.username(), account.password()).at(sandbox.url())
                            // enough for fifty images on a slow machine
                            .within(Duration.ofSeconds(60)).build(),
                    TestProviders.support(clients, json, InstantSource.fixed(now.get()))).provider();
            OcrRequest plate = new OcrRequest(DocumentType.LICENSE_PLATE, Image.Inline.of(Images.file("real/crop-b023h6.jpg")),
                    new ReadOptions(LicenseSide.BOTH, true));
            ask(provider, plate);

            now.updateAndGet(then -> then.plus(account.tokenValidity()));
            List<CompletableFuture<Recognition>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(provider.recognize(plate).subscribeAsCompletionStage());
            }

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join().normalized().warnings()).isEmpty());
            assertThat(sandbox.calls().countOf("iam")).as("one at first, one when it had expired").isEqualTo(2);
        }
    }

    @Test
    void shouldFetchItsTokenAndOpenItsConnectionWhenItIsWarmedUp() {
        iam("one").answer(404, "{}").answer(200, VIN);
        OcrProvider provider = provider(settings().iamUser("domain", "user", "p\"w"));

        provider.warmUp().await().atMost(Duration.ofSeconds(10));
        ask(provider, vin());

        assertThat(server.requests()).extracting(ScriptedServer.Request::method).containsExactly("POST", "GET", "POST");
        assertThat(server.requests().get(1).uri()).hasToString("/");
        assertThat(server.requests().get(1).headers().containsKey("X-Auth-Token")).as("nothing secret for nothing").isFalse();
        assertThat(server.requests().get(2).headers().getFirst("X-Auth-Token")).isEqualTo("one");
    }

    @Test
    void acceptsALongToken() {
        String token = "M".repeat(20_000);
        iam(token).answer(200, VIN);

        ask(provider(settings().iamUser("domain", "user", "p\"w")), vin());

        assertThat(server.requests().get(1).headers().getFirst("X-Auth-Token")).isEqualTo(token);
    }

    @Test
    void shouldNotWaitForIamLongerThanForACall() {
        server.hang();

        assertThat(refusal(provider(settings().iamUser("domain", "user", "p").within(Duration.ofMillis(200))), vin()).code())
                .isEqualTo(FailureCode.TIMEOUT);
    }

    @Test
    void dropsAnInvalidErrorCode() {
        server.answer(400, "{\"error_code\": \"京AF0236 is the plate\"}");

        Failure failure = refusal(keyPair(Optional.empty()), vin());

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_FAILURE);
        assertThat(failure.providerCode()).isNull();
    }

    @Test
    void reportsAWrongPasswordWithoutAnOcrCall() {
        server.answer(401, "{\"error\": {\"code\": 401, \"message\": \"secret p\\\"w\", \"title\": \"Unauthorized\"}}");

        Failure failure = refusal(provider(settings().iamUser("domain", "user", "p\"w")), vin());

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        assertThat(failure.detail()).doesNotContain("p\"w", "secret");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldReadBothShapesOfAnError() {
        server.answer(400, "{\"error_code\": \"AIS.0104\", \"error_msg\": \"x\"}")
                .answer(400, "{\"result\": {\"error_code\": \"AIS.0104\", \"error_msg\": \"x\"}}")
                .answer(200, "{\"result\": {\"error_code\": \"AIS.0104\", \"error_msg\": \"x\"}}");
        OcrProvider provider = keyPair(Optional.empty());

        for (int i = 0; i < 3; i++) {
            Failure failure = refusal(provider, vin());
            assertThat(failure.code()).isEqualTo(FailureCode.NOT_RECOGNIZED);
            assertThat(failure.providerCode()).isEqualTo("AIS.0104");
        }
    }

    @Test
    void rejectsBrokenAnswers() {
        server.answer(502, Map.of("Content-Type", "text/html"), "<html>Bad Gateway</html>")
                .answer(200, "{\"result\": {\"vin\": \"LBV2B2").answer(200, "{}").answer(200, "[]").answer(200, "")
                .answer(200, "{\"result\": []}").answer(200, Map.of("Content-Type", "text/plain"), "busy");
        OcrProvider provider = keyPair(Optional.empty());

        for (int i = 0; i < 7; i++) {
            Failure failure = refusal(provider, vin());
            assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_FAILURE);
            assertThat(failure.retry()).isEqualTo(i == 0 ? RetryAdvice.WITH_BACKOFF : RetryAdvice.ONCE);
        }
        assertThat(server.requests()).hasSize(7);
    }

    @Test
    void readsAnAnswerOfAnyContentType() {
        server.answer(200, Map.of("Content-Type", "text/plain"), VIN);

        assertThat(ask(keyPair(Optional.empty()), vin()).normalized().document().nothingFound()).isFalse();
    }

    @Test
    void readsRetryAfter() {
        server.answer(429, Map.of("Retry-After", "7"), "{\"error_code\": \"APIG.0308\"}");

        Failure failure = refusal(keyPair(Optional.empty()), vin());

        assertThat(failure.code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void reportsABrokenConnectionAsAFailureOfTheProvider() {
        OcrProvider provider = keyPair(Optional.empty());

        assertThat(refusal(provider, vin()).detail()).isEqualTo("The connection to the provider failed");
        server.close();
        assertThat(refusal(provider, vin()).code()).isEqualTo(FailureCode.PROVIDER_FAILURE);
    }

    @Test
    void shouldNameTheKeysOfMissingCredentials() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> provider(settings()))
                .withMessageContainingAll("glovebox.huawei.access-key", "glovebox.huawei.token",
                        "glovebox.huawei.iam.username");
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> provider(settings().keys("AK", null)))
                .withMessage("Huawei Cloud's key pair is incomplete: glovebox.huawei.secret-key missing");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> provider(settings().keys("AK", "SK").token("t")))
                .withMessageContaining("one way of authentication, not 2");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> provider(settings().keys("AK", "SK").withoutProject()))
                .withMessage("glovebox.huawei.project-id is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = { "ocr.example.com", "ftp://ocr.example.com", "https://ocr.example.com/v2", "https:///" })
    void namesTheKeyOfAnInvalidEndpoint(String endpoint) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> provider(settings().keys("AK", "SK").at(URI.create(endpoint))))
                .withMessageStartingWith("glovebox.huawei.endpoint must be");
    }

    @Test
    void acceptsASlashAtTheEndOfTheEndpoint() {
        server.answer(200, VIN);

        ask(provider(settings().keys("AK", "SK").at(URI.create(server.url() + "/"))), vin());

        assertThat(server.requests().get(0).uri().getPath()).isEqualTo("/v2/" + PROJECT + "/ocr/vin");
    }

    private ScriptedServer iam(String token) {
        return server.answer(201, Map.of("X-Subject-Token", token, "Content-Type", "application/json"),
                "{\"token\": {\"expires_at\": \"2024-01-03T03:04:05.000000Z\", \"project\": {\"id\": \"found-project\"}}}");
    }

    private OcrProvider keyPair(Optional<String> securityToken) {
        return provider(settings().keys("AK", "SK").security(securityToken.orElse(null)));
    }

    private OcrProvider olderLevel() {
        return provider(settings().keys("AK", "SK").with("license-api", "older"));
    }

    private static OcrRequest license(LicenseSide side) {
        return new OcrRequest(DocumentType.VEHICLE_LICENSE, hello(), new ReadOptions(side, true));
    }

    private OcrProvider provider(HuaweiTestSettings settings) {
        return new HuaweiProviderFactory(settings.build(), TestProviders.support(clients, json, InstantSource.fixed(NOW)))
                .provider();
    }

    private HuaweiTestSettings settings() {
        return new HuaweiTestSettings(Map.of("project-id", PROJECT)).at(server.url()).within(Duration.ofSeconds(5));
    }

    private static OcrRequest vin() {
        return new OcrRequest(DocumentType.VIN, hello(), new ReadOptions(LicenseSide.BOTH, true));
    }

    private static Image hello() {
        return new Image.Inline(Base64.getDecoder().decode("aGVsbG8="), new ImageHeader(ImageFormat.JPEG, 100, 100));
    }

    private static Recognition ask(OcrProvider provider, OcrRequest request) {
        return provider.recognize(request).await().atMost(Duration.ofSeconds(10));
    }

    private static Failure refusal(OcrProvider provider, OcrRequest request) {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> ask(provider, request));
        assertThat(thrown).as("a failure").isNotNull();
        return thrown.failure();
    }
}
