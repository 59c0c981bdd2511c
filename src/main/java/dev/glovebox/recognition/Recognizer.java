package dev.glovebox.recognition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ProviderTrace;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Asks the providers of the chain in order, until one reads the image or finds it unreadable. */
@ApplicationScoped
public class Recognizer {

    private static final Logger LOG = Logger.getLogger(Recognizer.class);

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private record Operation(String provider, DocumentType type) {
    }

    private final Chains chains;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<Operation, GuardedOperation> operations = new ConcurrentHashMap<>();

    /**
     * @param clock tells how much time is left
     * @param random spreads the retries
     */
    public Recognizer(Chains chains, InstantSource clock, RandomGenerator random) {
        this.chains = chains;
        this.clock = clock;
        this.random = random;
    }

    /** The largest image that any provider of the chain takes, in bytes. */
    public long maxBytes(DocumentType type) {
        return chains.chain(type).stream().flatMap(provider -> provider.limits(type).stream())
                .mapToLong(limits -> limits.base64Bytes() / 4L * 3).max().orElse(0);
    }

    /** Has every provider of the chain open what a first call would wait for; whether it could is in the log alone. */
    public Uni<Void> warmUp(DocumentType type) {
        return Multi.createFrom().iterable(chains.chain(type)).onItem().transformToUniAndMerge(
                provider -> provider.warmUp().onFailure().invoke(thrown -> LOG.warnf("%s could not be warmed up: %s",
                        provider.name(), thrown.getClass().getSimpleName())).onFailure().recoverWithNull())
                .collect().asList().replaceWithVoid();
    }

    /**
     * Has the image read.
     *
     * @param deadline when the caller stops waiting; the result must have been written by then
     * @return never fails for a provider's sake: that is an {@link Outcome.Refused}
     */
    public Uni<Outcome> recognize(OcrRequest request, Deadline deadline) {
        return Uni.createFrom().deferred(() -> {
            List<OcrProvider> able = new ArrayList<>();
            Failure tooMuch = null;
            for (OcrProvider provider : chains.chain(request.type())) {
                Optional<Failure> breach = breach(provider, request);
                if (breach.isEmpty()) {
                    able.add(provider);
                } else if (tooMuch == null) {
                    tooMuch = breach.get();
                }
            }
            return able.isEmpty() ? Uni.createFrom().item(new Outcome.Refused(tooMuch, null, List.of()))
                    : new Way(able, request, deadline).outcome();
        });
    }

    private static Optional<Failure> breach(OcrProvider provider, OcrRequest request) {
        if (!(request.image() instanceof Image.Inline image)) {
            return Optional.empty();
        }
        return provider.limits(request.type()).flatMap(limits -> limits.breachOf(image))
                .map(breach -> Failure.of(switch (breach) {
                    case ImageLimits.Breach.Format format -> FailureCode.UNSUPPORTED_IMAGE;
                    case ImageLimits.Breach.TooLarge large -> FailureCode.IMAGE_TOO_LARGE;
                    case ImageLimits.Breach.TooSmall small -> FailureCode.NOT_RECOGNIZED;
                }, breach.message()));
    }

    private GuardedOperation guarded(OcrProvider provider, DocumentType type) {
        return operations.computeIfAbsent(new Operation(provider.name(), type),
                operation -> new GuardedOperation(provider, clock, random));
    }

    /** One image's way along the chain. */
    private final class Way {

        private final List<OcrProvider> providers;
        private final OcrRequest request;
        private final Deadline deadline;
        private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
        private final List<Outcome.Failover> failovers = new CopyOnWriteArrayList<>();

        Way(List<OcrProvider> providers, OcrRequest request, Deadline deadline) {
            this.providers = providers;
            this.request = request;
            this.deadline = deadline;
        }

        /** Calls end in their time; the last limit is for who still waits for a turn, in a queue that cannot be left. */
        Uni<Outcome> outcome() {
            if (!deadline.allowsCall(Duration.ZERO)) {
                return refused(outOfTime());
            }
            return ask(0).ifNoItem().after(deadline.remainingForCalls().plus(A_MOMENT)).recoverWithUni(() -> refused(outOfTime()));
        }

        private Uni<Outcome> ask(int index) {
            OcrProvider provider = providers.get(index);
            List<OcrProvider> others = providers.subList(index + 1, providers.size());
            Duration reserve = others.stream().map(other -> other.policy().timeout()).reduce(Duration.ZERO, Duration::plus);
            return guarded(provider, request.type()).read(request, deadline, reserve, attempts::add)
                    .map(recognition -> (Outcome) new Outcome.Recognized(recognition,
                            trace(provider.name(), recognition.requestId()), failovers))
                    .onFailure(FailureException.class).recoverWithUni(thrown -> {
                        Failure failure = ((FailureException) thrown).failure();
                        if (others.isEmpty() || !movesOn(failure.code()) || !deadline.allowsCall(Duration.ZERO)) {
                            return refused(failure);
                        }
                        moveOn(provider, others.getFirst(), thrown);
                        return ask(index + 1);
                    });
        }

        /** Another provider may take more pixels, or the format of an image that was never seen here. */
        private boolean movesOn(FailureCode code) {
            return switch (code) {
                case THROTTLED, PROVIDER_AUTH, PROVIDER_BILLING, PROVIDER_FAILURE, PROVIDER_UNAVAILABLE, TIMEOUT,
                        IMAGE_TOO_LARGE ->
                    true;
                case UNSUPPORTED_IMAGE -> request.image() instanceof Image.Remote;
                case INVALID_REQUEST, FORBIDDEN_SOURCE, SOURCE_NOT_FOUND, NOT_RECOGNIZED -> false;
            };
        }

        private void moveOn(OcrProvider from, OcrProvider to, Throwable thrown) {
            LOG.warnf("%s did not read the image, %s is asked: %s", from.name(), to.name(), thrown.getMessage());
            failovers.add(new Outcome.Failover(from.name(), to.name(), ((FailureException) thrown).failure().code().id()));
        }

        private Uni<Outcome> refused(Failure failure) {
            return Uni.createFrom().item(new Outcome.Refused(failure,
                    attempts.isEmpty() ? null : trace(attempts.getLast().provider(), failure.requestId()), failovers));
        }

        private ProviderTrace trace(String name, String requestId) {
            return new ProviderTrace(name, request.type().id(), requestId, attempts);
        }
    }

    private static Failure outOfTime() {
        return Failure.of(FailureCode.TIMEOUT, "No time was left to ask a provider");
    }
}
