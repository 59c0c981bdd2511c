package dev.glovebox.recognition;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.DocumentType;
import dev.glovebox.failure.Failure;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Reads images: calls the providers of the chain in order, until one reads the image or finds it unreadable.
 *
 * <p>
 * Thread-safe; images are independent of each other, apart from the guards of each provider's operation. If a subscriber
 * cancels, its image gets no further calls, but a call that has started continues until it ends or times out.
 */
@ApplicationScoped
public class Recognizer {

    private static final Logger LOG = Logger.getLogger(Recognizer.class);

    private record Operation(String provider, DocumentType type) {
    }

    private final Chains chains;
    private final Timing timing;
    private final RandomGenerator random;
    private final Map<Operation, GuardedOperation> operations = new ConcurrentHashMap<>();

    /**
     * @param clock measures the duration of calls
     * @param random spreads the retries
     */
    @Inject
    public Recognizer(Chains chains, InstantSource clock, RandomGenerator random) {
        this(chains, Timing.of(clock), random);
    }

    Recognizer(Chains chains, Timing timing, RandomGenerator random) {
        this.chains = chains;
        this.timing = timing;
        this.random = random;
    }

    /** Returns the size in bytes of the largest image that any provider of the chain accepts. */
    public long maxBytes(DocumentType type) {
        return chains.chain(type).stream().flatMap(provider -> provider.limits(type).stream())
                .mapToLong(limits -> limits.maxBase64Bytes() / 4L * 3).max().orElse(0);
    }

    /** Opens the connections and loads the tokens of the chain's providers, all at once. Failures are logged, not returned. */
    public Uni<Void> warmUp(DocumentType type) {
        return Multi.createFrom().iterable(chains.chain(type)).onItem().transformToUniAndMerge(this::warmUp).collect().asList()
                .replaceWithVoid();
    }

    private Uni<Void> warmUp(OcrProvider provider) {
        return provider.warmUp().onFailure().invoke(thrown -> LOG.warnf("The warm-up of %s failed: %s", provider.name(),
                thrown.getClass().getSimpleName())).onFailure().recoverWithNull();
    }

    /**
     * Reads an image. Starts when subscribed to.
     *
     * @param deadline the caller stops waiting then; the result must be written before
     * @return never fails because of a provider; in that case the item is an {@link Outcome.Refused}
     */
    public Uni<Outcome> recognize(OcrRequest request, Deadline deadline) {
        return Uni.createFrom().deferred(() -> {
            List<OcrProvider> able = new ArrayList<>();
            Failure firstViolation = null;
            for (OcrProvider provider : chains.chain(request.type())) {
                Optional<Failure> violation = ImageCheck.failure(provider, request);
                if (violation.isEmpty()) {
                    able.add(provider);
                } else if (firstViolation == null) {
                    firstViolation = violation.get();
                }
            }
            return able.isEmpty() ? Uni.createFrom().item(new Outcome.Refused(firstViolation, null, List.of()))
                    : run(able, request, deadline).start();
        });
    }

    private ChainRun run(List<OcrProvider> providers, OcrRequest request, Deadline deadline) {
        return new ChainRun(providers, request, deadline, timing.timer(), (provider, reserve,
                listener) -> guarded(provider, request.type()).read(request, deadline, reserve, listener));
    }

    private GuardedOperation guarded(OcrProvider provider, DocumentType type) {
        return operations.computeIfAbsent(new Operation(provider.name(), type),
                operation -> new GuardedOperation(provider, timing, random));
    }
}
