package dev.glovebox.provider.tencentclassic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.VinDocument;
import dev.glovebox.document.VinField;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.image.ImageLimits;
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

/** The requests on the wire, and the result of every kind of answer. */
@QuarkusTest
class TencentClassicProviderTest {

    private static final Instant NOW = Instant.ofEpochSecond(1437995644);

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
    void shouldSendALengthAndASignature() {
        server.answer(200, Golden.answer("tencent-classic", "vin").toString());

        Recognition read = ask(provider(Map.of()), hello());

        assertThat(read.requestId()).isEqualTo("session-1");
        ScriptedServer.Request request = server.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString("/ocr/vin_detection");
        assertThat(request.text()).isEqualTo("{\"appid\":\"200001\",\"image\":\"aGVsbG8=\"}");
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(request.headers().getFirst("Content-Length")).as("chunked is refused with 411")
                .isEqualTo(String.valueOf(request.body().length));
        assertThat(request.headers().containsKey("Transfer-Encoding")).isFalse();
        assertThat(request.headers().getFirst("Authorization")).isEqualTo(
                new TencentClassicSigner("200001", "newbucket", "ID", "KEY", new Random(1)).authorization(NOW));
    }

    @Test
    void shouldContinueTheTrace() {
        server.answer(200, Golden.answer("tencent-classic", "vin").toString());

        provider(Map.of()).recognize(new OcrRequest(DocumentType.VIN, hello(), new ReadOptions(LicenseSide.BOTH, true),
                Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "X-Amzn-Trace-Id",
                        "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1")))
                .await().atMost(Duration.ofSeconds(10));

        assertThat(server.requests().get(0).headers().getFirst("traceparent"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(server.requests().get(0).headers().getFirst("X-Amzn-Trace-Id"))
                .isEqualTo("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
    }

    @Test
    void shouldLoadRotatedKeysOnceTheOldOnesAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("classic.json");
        Files.writeString(file, "{\"id\": \"OLD\", \"key\": \"old\"}");
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        OcrProvider provider = new TencentClassicProviderFactory(
                MappedSettings.of(TencentClassicSettings.class, "glovebox.tencent-classic",
                        Map.of("app-id", "200001", "secret-id", "file:" + file + "#id", "secret-key", "file:" + file + "#key",
                                "endpoint", server.url().toString())),
                TestProviders.support(clients, json, now::get), new Random(1)).provider();
        String read = Golden.answer("tencent-classic", "vin").toString();
        server.answer(200, read).answer(200, "{\"code\": 4, \"message\": \"refused\"}").answer(200, read);

        ask(provider, hello());
        Files.writeString(file, "{\"id\": \"NEW\", \"key\": \"new\"}");
        now.set(NOW.plus(Duration.ofHours(1)));
        ask(provider, hello());

        assertThat(server.requests()).extracting(TencentClassicProviderTest::signedBy).containsExactly("OLD", "OLD", "NEW");
    }

    /** The signature ends with the signed text, which contains the id of the key. */
    private static String signedBy(ScriptedServer.Request request) {
        byte[] signature = Base64.getDecoder().decode(request.headers().getFirst("Authorization"));
        return new String(signature, StandardCharsets.ISO_8859_1).replaceAll("(?s).*&k=([A-Z]+)&.*", "$1");
    }

    @Test
    void shouldPassOnAUrlInPlaceOfTheImage() {
        server.answer(200, Golden.answer("tencent-classic", "vin").toString());

        ask(provider(Map.of()), new Image.Remote(URI.create("https://h/京.jpg")));

        assertThat(server.requests().get(0).text()).isEqualTo("{\"appid\":\"200001\",\"url\":\"https://h/%E4%BA%AC.jpg\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "vin", "vin-example" })
    void shouldMakeTheGoldenDocumentOfBothDocumentedShapes(String name) {
        server.answer(200, Golden.answer("tencent-classic", name).toString());

        Recognition read = ask(provider(Map.of()), hello());

        assertThat(Golden.json(read.normalized())).isEqualTo(Golden.document("tencent-classic", "vin"));
        assertThat(read.requestId()).isEqualTo("session-1");
    }

    @ParameterizedTest
    @CsvSource({ "'\"words\": [{\"confidence\": 98.99}, {\"confidence\": 87.25}]', 0.8725",
            "'\"words\": [{\"confidence\": 99.46}]', 0.9946", "'\"itemconf\": 0.99', 0.99",
            "'\"itemconf\": 99', 0.99", "'\"words\": []', ", "'\"itemconf\": 1e999', ", "'\"itemconf\": \"sure\"', " })
    void shouldBeAsSureAsTheLeastSureCharacter(String member, Double confidence) {
        server.answer(200, "{\"code\": 0, \"data\": {\"items\": [{\"itemstring\": \"LBV2B25G2E5069977\", " + member + "}]}}");

        assertThat(vin(ask(provider(Map.of()), hello())).confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource({ "'\"lbv2b25g2e5069977，\", \"1M8GDM9AXKP042788\"', LBV2B25G2E5069977,",
            "'\"VIN:\", \"ILBV2B25G2E5069977\"', LBV2B25G2E5069977,", "'\"VIN:\", \"no\"', , VIN:",
            "'\"\", \"--\"', ,", "'', ," })
    void shouldTakeTheFirstItemThatIsAVin(String texts, String value, String text) {
        StringBuilder items = new StringBuilder();
        for (String item : texts.isEmpty() ? new String[0] : texts.split(", ")) {
            items.append(items.isEmpty() ? "" : ",").append("{\"itemstring\": ").append(item).append("}");
        }
        server.answer(200, "{\"errorcode\": 0, \"items\": [" + items + "]}");

        VinField vin = vin(ask(provider(Map.of()), hello()));

        assertThat(vin.value()).isEqualTo(value);
        if (value == null) {
            assertThat(vin.text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({ "'{\"code\": -9003, \"message\": \"x\"}', NOT_RECOGNIZED, -9003",
            "'{\"errorcode\": -1102, \"errormsg\": \"x\"}', UNSUPPORTED_IMAGE, -1102",
            "'{\"code\": \"15\", \"message\": \"x\", \"data\": {\"items\": []}}', THROTTLED, 15",
            "'{\"code\": 0, \"message\": \"OK\"}', PROVIDER_FAILURE,", "'{\"items\": []}', PROVIDER_FAILURE,",
            "'{\"code\": null, \"data\": {\"items\": []}}', PROVIDER_FAILURE,", "'{}', PROVIDER_FAILURE,",
            "'<html>', PROVIDER_FAILURE,", "'', PROVIDER_FAILURE," })
    void rejectsAnswersThatAreNotSuccesses(String body, FailureCode code, String providerCode) {
        server.answer(200, body);

        Failure failure = refusal(provider(Map.of()));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.providerCode()).isEqualTo(providerCode);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void usesTheStatusIfAnErrorHasCodeZero() {
        server.answer(503, "{\"code\": 0}");

        Failure failure = refusal(provider(Map.of()));

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_FAILURE);
        assertThat(failure.retry()).isEqualTo(RetryAdvice.WITH_BACKOFF);
    }

    @ParameterizedTest
    @ValueSource(ints = { 9, 13 })
    void retriesOnceWithANewSignature(int code) {
        String refused = "{\"code\": " + code + ", \"message\": \"x\"}";
        server.answer(200, refused).answer(200, Golden.answer("tencent-classic", "vin").toString()).answer(200, refused)
                .answer(200, refused);
        OcrProvider provider = provider(Map.of());

        ask(provider, hello());
        assertThat(refusal(provider).code()).isEqualTo(FailureCode.PROVIDER_AUTH);

        assertThat(server.requests()).extracting(request -> request.headers().getFirst("Authorization")).hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsOnlyVinsWithBodiesUpToSixMegabytes() {
        OcrProvider provider = provider(Map.of());
        ImageLimits limits = provider.limits(DocumentType.VIN).orElseThrow();
        int most = (6 * 1024 * 1024 - 1024) / 4 * 3;

        assertThat(provider.limits(DocumentType.LICENSE_PLATE)).isEmpty();
        assertThat(provider.limits(DocumentType.VEHICLE_LICENSE)).isEmpty();
        assertThat(limits.findViolation(image(ImageFormat.JPEG, most))).isEmpty();
        assertThat(limits.findViolation(image(ImageFormat.JPEG, most + 1)))
                .containsInstanceOf(ImageLimits.Violation.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "app-id", "secret-id", "secret-key" })
    void shouldNameTheKeysOfMissingCredentials(String key) {
        Map<String, String> settings = new HashMap<>(Map.of("app-id", "200001", "secret-id", "ID", "secret-key", "KEY"));
        settings.remove(key);

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> factory(settings).provider())
                .withMessage("glovebox.tencent-classic." + key + " is missing");
    }

    private OcrProvider provider(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("app-id", "200001", "secret-id", "ID", "secret-key", "KEY", "bucket",
                "newbucket", "endpoint", server.url().toString()));
        all.putAll(settings);
        return factory(all).provider();
    }

    private TencentClassicProviderFactory factory(Map<String, String> settings) {
        return new TencentClassicProviderFactory(
                MappedSettings.of(TencentClassicSettings.class, "glovebox.tencent-classic", settings),
                TestProviders.support(clients, json, InstantSource.fixed(NOW)), new Random(1));
    }

    private static VinField vin(Recognition read) {
        return ((VinDocument) read.normalized().document()).vin();
    }

    private static Image hello() {
        return new Image.Inline(Base64.getDecoder().decode("aGVsbG8="), new ImageHeader(ImageFormat.JPEG, 100, 100));
    }

    private static Image.Inline image(ImageFormat format, int bytes) {
        return new Image.Inline(new byte[bytes], new ImageHeader(format, 100, 100));
    }

    private static Recognition ask(OcrProvider provider, Image image) {
        return provider.recognize(new OcrRequest(DocumentType.VIN, image, new ReadOptions(LicenseSide.BOTH, true))).await()
                .atMost(Duration.ofSeconds(10));
    }

    private static Failure refusal(OcrProvider provider) {
        return catchThrowableOfType(FailureException.class, () -> ask(provider, hello())).failure();
    }
}
