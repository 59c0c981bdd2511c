package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.testing.FaultyProviders;
import dev.glovebox.testing.Golden;
import dev.glovebox.testing.RawServer;
import dev.glovebox.testing.RawServer.Behavior;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

/** Whatever a provider does on the wire ends in time, in the right code, after the right number of calls. */
@QuarkusTest
@QuarkusTestResource(value = FaultyProviders.class, restrictToAnnotatedClass = true)
class WireFaultTest {

    private static final Duration BUDGET = Duration.ofSeconds(20);
    /** Three calls of 300 ms, the pauses between them, and a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long MB = 1024 * 1024;
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final AtomicLong TAKEN = new AtomicLong();
    private static final List<String> PROVIDERS = List.of("huawei", "tencent", "tencent-classic");

    @Inject
    @Any
    Instance<OcrProvider> providers;
    RawServer server;

    private record Fault(String name, Behavior behavior, FailureCode code, int calls) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> faults() {
        List<Fault> faults = List.of(
                new Fault("500", Behavior.http(500, JSON, "{}"), FailureCode.PROVIDER_FAILURE, 3),
                new Fault("502 with HTML", Behavior.http(502, "Content-Type: text/html\r\n", "<html>Bad Gateway</html>"),
                        FailureCode.PROVIDER_FAILURE, 3),
                new Fault("503", Behavior.http(503, "", ""), FailureCode.PROVIDER_FAILURE, 3),
                new Fault("504", Behavior.http(504, "", ""), FailureCode.PROVIDER_FAILURE, 3),
                new Fault("429", Behavior.http(429, JSON, "{}"), FailureCode.THROTTLED, 3),
                new Fault("429, come at once", Behavior.http(429, JSON + "Retry-After: 0\r\n", "{}"), FailureCode.THROTTLED, 3),
                new Fault("429, come in an hour", Behavior.http(429, JSON + "Retry-After: 3600\r\n", "{}"),
                        FailureCode.THROTTLED, 1),
                new Fault("401", Behavior.http(401, JSON, "{}"), FailureCode.PROVIDER_AUTH, 1),
                new Fault("403", Behavior.http(403, JSON, "{}"), FailureCode.PROVIDER_AUTH, 1),
                new Fault("418", Behavior.http(418, JSON, "{}"), FailureCode.PROVIDER_FAILURE, 1),
                new Fault("302", Behavior.http(302, "Location: /elsewhere\r\n", ""), FailureCode.PROVIDER_FAILURE, 1),
                new Fault("truncated JSON", Behavior.http(200, JSON, "{\"result\": {\"vin\": \"LBV2B2"),
                        FailureCode.PROVIDER_FAILURE, 2),
                new Fault("truncated body",
                        Behavior.bytes("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 1000\r\n\r\n{\"result\": "),
                        FailureCode.PROVIDER_FAILURE, 3),
                new Fault("HTML with 200", Behavior.http(200, "Content-Type: text/html\r\n", "<html>Hello</html>"),
                        FailureCode.PROVIDER_FAILURE, 2),
                new Fault("empty body", Behavior.http(200, JSON, ""), FailureCode.PROVIDER_FAILURE, 2),
                new Fault("gzip that nobody asked for",
                        Behavior.http(200, JSON + "Content-Encoding: gzip\r\n", "\u001f\u008b\u0008"),
                        FailureCode.PROVIDER_FAILURE, 2),
                new Fault("no HTTP", Behavior.bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n"), FailureCode.PROVIDER_FAILURE, 3),
                new Fault("reset", Behavior.reset(), FailureCode.PROVIDER_FAILURE, 3),
                new Fault("closed without a word", connection -> {
                }, FailureCode.PROVIDER_FAILURE, 3),
                new Fault("no headers", Behavior.silence(), FailureCode.TIMEOUT, 3),
                new Fault("slow headers", Behavior.drip("HTTP/1.1 200 OK\r\nX-Slow:", 50), FailureCode.TIMEOUT, 3),
                new Fault("slow body", Behavior.drip("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 1000\r\n\r\n", 50),
                        FailureCode.TIMEOUT, 3),
                new Fault("50 MB", Behavior.flood("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: " + 50 * MB + "\r\n\r\n",
                        50 * MB, TAKEN), FailureCode.PROVIDER_FAILURE, 2),
                new Fault("50 MB without a length",
                        Behavior.flood("HTTP/1.1 200 OK\r\n" + JSON + "Connection: close\r\n\r\n", 50 * MB, TAKEN),
                        FailureCode.PROVIDER_FAILURE, 2));
        return PROVIDERS.stream().flatMap(provider -> faults.stream().map(fault -> Arguments.of(provider, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void shouldEndInTimeInTheRightCodeAfterTheRightNumberOfCalls(String provider, Fault fault) throws InterruptedException {
        server.always(fault.behavior());
        TAKEN.set(0);
        Instant start = Instant.now();

        Outcome.Refused outcome = (Outcome.Refused) read(provider);

        assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST);
        assertThat(outcome.failure().code()).isEqualTo(fault.code());
        assertThat(outcome.trace().attempts()).extracting(Attempt::outcome).hasSize(fault.calls())
                .containsOnly(fault.code().id());
        assertThat(server.requests()).isEqualTo(fault.calls());
        assertThat(outcome.toString()).doesNotContain("LBV2B2", "Gateway", "OpenSSH", "localhost");
        assertThat(TAKEN).as("bytes of a flood that were taken").hasValueLessThan(25 * MB);
        assertThat(server.awaitNoConnection(LONGEST)).as("calls that were given up are ended").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "huawei", "tencent", "tencent-classic" })
    void shouldReadAfterAFaultThatPasses(String provider) {
        server.always(Behavior.silence());
        server.then(Behavior.http(503, "", "")).then(Behavior.reset())
                .then(Behavior.http(200, "Content-Type: text/plain\r\n", Golden.answer(provider, "vin").toString()));

        Outcome.Recognized outcome = (Outcome.Recognized) read(provider);

        assertThat(outcome.trace().attempts()).extracting(Attempt::outcome).containsExactly("provider-failure",
                "provider-failure", "succeeded");
        assertThat(server.requests()).isEqualTo(3);
    }

    /** A first call loads what the next ones find loaded, and may take longer than these providers may. */
    @BeforeEach
    void warmUp() {
        server.always(Behavior.http(503, "", ""));
        PROVIDERS.forEach(this::read);
    }

    private Outcome read(String name) {
        OcrProvider provider = providers.select(Identifier.Literal.of(name)).get();
        Recognizer recognizer = new Recognizer(type -> List.of(provider), InstantSource.system(), new Random(1));
        return recognizer.recognize(
                new OcrRequest(DocumentType.VIN, new Image.Inline(new byte[100], new ImageHeader(ImageFormat.JPEG, 100, 100)),
                        new ReadOptions(LicenseSide.BOTH, true)),
                Instant.now().plus(BUDGET)).await().atMost(BUDGET);
    }
}
