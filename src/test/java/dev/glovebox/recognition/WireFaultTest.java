package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

import dev.glovebox.async.Deadline;
import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.testing.FaultyProviders;
import dev.glovebox.testing.Golden;
import dev.glovebox.testing.RawServer;
import dev.glovebox.testing.RawServer.Behavior;
import dev.glovebox.testing.ShiftedClock;
import dev.glovebox.testing.VirtualTime;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

/**
 * Every fault on the wire has the right code and the right number of calls.
 *
 * <p>
 * The providers' timeout is too long to be reached. Calls that must time out run in virtual time, which advances only once the
 * server has the request. {@code HANG} only ends a test that would hang.
 */
@QuarkusTest
@QuarkusTestResource(value = FaultyProviders.class, restrictToAnnotatedClass = true)
class WireFaultTest {

    private static final Duration DEADLINE = FaultyProviders.TIMEOUT.multipliedBy(5);
    private static final Duration HANG = FaultyProviders.TIMEOUT;
    private static final long MB = 1024 * 1024;
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final AtomicLong ACCEPTED_BYTES = new AtomicLong();
    /** Single bytes of slow answers. A few have arrived before the call times out. */
    private static final Semaphore DRIPS = new Semaphore(0);
    private static final int DRIPS_BEFORE_TIMEOUT = 3;
    private static final List<String> PROVIDERS = List.of("huawei", "tencent", "tencent-classic");

    @Inject
    @Any
    Instance<OcrProvider> providers;
    @Inject
    ShiftedClock clock;
    RawServer server;

    /** Calls pause after a refusal of the credentials, for ten minutes at most. */
    @BeforeEach
    void endPauses() {
        clock.advance(Duration.ofMinutes(11));
    }

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
                new Fault("429 with Retry-After 0", Behavior.http(429, JSON + "Retry-After: 0\r\n", "{}"),
                        FailureCode.THROTTLED, 3),
                new Fault("429 with Retry-After 3600", Behavior.http(429, JSON + "Retry-After: 3600\r\n", "{}"),
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
                new Fault("unrequested gzip",
                        Behavior.http(200, JSON + "Content-Encoding: gzip\r\n", "\u001f\u008b\u0008"),
                        FailureCode.PROVIDER_FAILURE, 2),
                new Fault("not HTTP", Behavior.bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n"), FailureCode.PROVIDER_FAILURE, 3),
                new Fault("reset", Behavior.reset(), FailureCode.PROVIDER_FAILURE, 3),
                new Fault("closed without an answer", connection -> {
                }, FailureCode.PROVIDER_FAILURE, 3),
                new Fault("50 MB", Behavior.flood("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: " + 50 * MB + "\r\n\r\n",
                        50 * MB, ACCEPTED_BYTES), FailureCode.PROVIDER_FAILURE, 2),
                new Fault("50 MB without a length",
                        Behavior.flood("HTTP/1.1 200 OK\r\n" + JSON + "Connection: close\r\n\r\n", 50 * MB, ACCEPTED_BYTES),
                        FailureCode.PROVIDER_FAILURE, 2));
        return withEachProvider(faults);
    }

    static Stream<Arguments> silences() {
        return withEachProvider(List.of(new Fault("no headers", connection -> {
            DRIPS.release(DRIPS_BEFORE_TIMEOUT);
            Behavior.silence().answer(connection);
        }, FailureCode.TIMEOUT, 3),
                new Fault("slow headers", Behavior.drip("HTTP/1.1 200 OK\r\nX-Slow:", 50, DRIPS::release), FailureCode.TIMEOUT,
                        3),
                new Fault("slow body",
                        Behavior.drip("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 1000\r\n\r\n", 50, DRIPS::release),
                        FailureCode.TIMEOUT, 3)));
    }

    private static Stream<Arguments> withEachProvider(List<Fault> faults) {
        return PROVIDERS.stream().flatMap(provider -> faults.stream().map(fault -> Arguments.of(provider, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void faultEndsWithItsCodeAndItsNumberOfCalls(String provider, Fault fault) throws InterruptedException {
        server.always(fault.behavior());
        ACCEPTED_BYTES.set(0);

        Outcome outcome = read(provider);

        assertRefused(outcome, fault);
        assertThat(outcome.toString()).doesNotContain("LBV2B2", "Gateway", "OpenSSH", "localhost");
        assertThat(ACCEPTED_BYTES).as("accepted bytes of a flood").hasValueLessThan(25 * MB);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("silences")
    void silenceTimesOutAndEndsTheCall(String provider, Fault fault) throws InterruptedException {
        server.always(fault.behavior());
        DRIPS.drainPermits();
        VirtualTime time = new VirtualTime();
        CompletableFuture<Outcome> outcome = start(provider, new Timing(time, time::nanos, time));

        for (int call = 1; call <= fault.calls(); call++) {
            assertThat(server.awaitRequests(call, HANG)).as("call %s arrives", call).isTrue();
            assertThat(DRIPS.tryAcquire(DRIPS_BEFORE_TIMEOUT, HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            // the timeout, and the pause before the next call
            time.advance(FaultyProviders.TIMEOUT.plusMillis(100));
        }

        assertThat(outcome).isCompleted();
        assertRefused(outcome.join(), fault);
    }

    private void assertRefused(Outcome outcome, Fault fault) throws InterruptedException {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.failure().code()).isEqualTo(fault.code()));
        assertThat(outcome.trace().attempts()).extracting(Attempt::outcome).hasSize(fault.calls())
                .containsOnly(fault.code().id());
        assertThat(server.requests()).isEqualTo(fault.calls());
        assertThat(server.awaitNoConnection(HANG)).as("every connection is closed").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "huawei", "tencent", "tencent-classic" })
    void retryAfterAPassingFaultReadsTheImage(String provider) {
        server.always(Behavior.silence());
        server.then(Behavior.http(503, "", "")).then(Behavior.reset())
                .then(Behavior.http(200, "Content-Type: text/plain\r\n", Golden.answer(provider, "vin").toString()));

        Outcome outcome = read(provider);

        assertThat(outcome).isInstanceOf(Outcome.Recognized.class);
        assertThat(outcome.trace().attempts()).extracting(Attempt::outcome).containsExactly("provider-failure",
                "provider-failure", "succeeded");
        assertThat(server.requests()).isEqualTo(3);
    }

    private Outcome read(String provider) {
        return start(provider, Timing.of(InstantSource.system())).orTimeout(HANG.toSeconds(), TimeUnit.SECONDS).join();
    }

    private CompletableFuture<Outcome> start(String name, Timing timing) {
        OcrProvider provider = providers.select(Identifier.Literal.of(name)).get();
        Recognizer recognizer = new Recognizer(type -> List.of(provider), timing, new Random(1));
        return recognizer.recognize(
                new OcrRequest(DocumentType.VIN, new Image.Inline(new byte[100], new ImageHeader(ImageFormat.JPEG, 100, 100)),
                        new ReadOptions(LicenseSide.BOTH, true)),
                Deadline.after(DEADLINE, timing.clock())).subscribeAsCompletionStage();
    }
}
