package dev.glovebox.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VinDocument;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import io.smallrye.mutiny.Uni;

/** A provider of VINs with scripted answers. It returns the same VIN if no scripted answer is left. */
public final class ScriptedProvider implements OcrProvider {

    /** The VIN that it returns. */
    public static final String VIN = "LBV2B25G2E5069977";

    /** No retries, and limits that no test reaches by accident. */
    public static final CallPolicy POLICY = new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1), Optional.empty(),
            1000,
            new CallPolicy.Breaker(1000, 1, Duration.ofSeconds(5)));

    private final String name;
    private final ImageLimits limits;
    private CallPolicy policy = POLICY;
    private Uni<Void> ready = Uni.createFrom().voidItem();
    private final Queue<Supplier<Uni<Recognition>>> answers = new ConcurrentLinkedQueue<>();
    private final List<OcrRequest> requests = new CopyOnWriteArrayList<>();

    public ScriptedProvider(String name, ImageLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    public ScriptedProvider fails(FailureCode code) {
        return fails(code, RetryAdvice.NEVER);
    }

    public ScriptedProvider fails(FailureCode code, RetryAdvice retry) {
        return answers(() -> Uni.createFrom().failure(Failure.of(code, "scripted failure", name, retry).toException()));
    }

    public ScriptedProvider answers(Supplier<Uni<Recognition>> answer) {
        answers.add(answer);
        return this;
    }

    /** Sets the policy of its calls. */
    public ScriptedProvider calledBy(CallPolicy newPolicy) {
        policy = newPolicy;
        return this;
    }

    public List<OcrRequest> requests() {
        return requests;
    }

    public static Recognition recognition() {
        return new Recognition(VinDocument.of(Reading.of(VIN)), "request-1", null);
    }

    /** Returns an immediate answer. */
    public static Uni<Recognition> read() {
        return Uni.createFrom().item(recognition());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<ImageLimits> limits(DocumentType type) {
        return Optional.of(limits);
    }

    @Override
    public CallPolicy policy() {
        return policy;
    }

    /** Sets the preparation that a call waits for. */
    public ScriptedProvider preparedBy(Uni<Void> preparation) {
        ready = preparation;
        return this;
    }

    @Override
    public Uni<Void> ready() {
        return ready;
    }

    @Override
    public Uni<Void> warmUp() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return Uni.createFrom().deferred(() -> {
            requests.add(request);
            Supplier<Uni<Recognition>> answer = answers.poll();
            return answer == null ? read() : answer.get();
        });
    }
}
