package dev.glovebox.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VinDocument;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RetryAdvice;
import io.smallrye.mutiny.Uni;

/** A provider of VINs that answers what it is told, in order, and always the same VIN when it has been told nothing. */
public final class ScriptedProvider implements OcrProvider {

    /** What it reads. */
    public static final String VIN = "LBV2B25G2E5069977";

    private final String name;
    private final ImageLimits limits;
    private Duration timeout = Duration.ofSeconds(8);
    private final Queue<Supplier<Uni<Recognition>>> answers = new ArrayDeque<>();
    private final List<OcrRequest> requests = new CopyOnWriteArrayList<>();

    public ScriptedProvider(String name, ImageLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    public ScriptedProvider fails(FailureCode code) {
        return answers(() -> Uni.createFrom().failure(Failure.of(code, "as told", name, RetryAdvice.NEVER).toException()));
    }

    public ScriptedProvider answers(Supplier<Uni<Recognition>> answer) {
        answers.add(answer);
        return this;
    }

    /** How long it may take. */
    public ScriptedProvider within(Duration newTimeout) {
        timeout = newTimeout;
        return this;
    }

    public List<OcrRequest> requests() {
        return requests;
    }

    public static Recognition recognition() {
        return new Recognition(VinDocument.of(Reading.of(VIN)), "request-1", null);
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
    public Duration timeout() {
        return timeout;
    }

    @Override
    public Uni<Recognition> recognize(OcrRequest request) {
        return Uni.createFrom().deferred(() -> {
            requests.add(request);
            Supplier<Uni<Recognition>> answer = answers.poll();
            return answer == null ? Uni.createFrom().item(recognition()) : answer.get();
        });
    }
}
