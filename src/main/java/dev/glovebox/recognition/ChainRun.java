package dev.glovebox.recognition;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.Attempt;
import dev.glovebox.document.ProviderTrace;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.image.Image;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import io.smallrye.mutiny.Uni;

/**
 * One image's run along the chain: calls the providers in order until one reads the image, or no other may help.
 *
 * <p>
 * Used once, by one subscriber. Providers are called one after another. The final timeout may end the run while a call is still
 * in the bulkhead's queue, so the lists tolerate concurrent access.
 */
final class ChainRun {

    private static final Logger LOG = Logger.getLogger(ChainRun.class);

    /** Reads an image at one provider. */
    @FunctionalInterface
    interface Reader {

        /**
         * @param reserve the time to leave for the next providers
         * @param listener receives every call when it ends
         * @return fails with a {@link FailureException}
         */
        Uni<Recognition> read(OcrProvider provider, Duration reserve, Consumer<Attempt> listener);
    }

    private final List<OcrProvider> providers;
    private final OcrRequest request;
    private final Deadline deadline;
    private final ScheduledExecutorService timer;
    private final Reader reader;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<Outcome.Failover> failovers = new CopyOnWriteArrayList<>();

    /**
     * @param providers the providers whose limits the image fits, in order; not empty
     * @param timer runs the final timeout
     */
    ChainRun(List<OcrProvider> providers, OcrRequest request, Deadline deadline, ScheduledExecutorService timer,
            Reader reader) {
        this.providers = providers;
        this.request = request;
        this.deadline = deadline;
        this.timer = timer;
        this.reader = reader;
    }

    /**
     * Starts the run.
     *
     * @return never fails because of a provider; in that case the item is an {@link Outcome.Refused}
     */
    Uni<Outcome> start() {
        if (!deadline.allowsCall(Duration.ZERO)) {
            return refuse(outOfTime());
        }
        // calls time out by themselves; this timeout is for an image in the bulkhead's queue, which it cannot leave
        return callProvider(0).ifNoItem().after(deadline.remainingForChain()).on(timer)
                .recoverWithUni(() -> refuse(outOfTime()));
    }

    private Uni<Outcome> callProvider(int index) {
        OcrProvider provider = providers.get(index);
        List<OcrProvider> others = providers.subList(index + 1, providers.size());
        Duration reserve = others.stream().map(other -> other.policy().timeout()).reduce(Duration.ZERO, Duration::plus);
        return reader.read(provider, reserve, attempts::add)
                .map(recognition -> (Outcome) new Outcome.Recognized(recognition,
                        trace(provider.name(), recognition.requestId()), failovers))
                .onFailure(FailureException.class).recoverWithUni(thrown -> {
                    Failure failure = ((FailureException) thrown).failure();
                    if (others.isEmpty() || !allowsFailover(failure.code()) || !deadline.allowsCall(Duration.ZERO)) {
                        return refuse(failure);
                    }
                    reportFailover(provider, others.getFirst(), thrown);
                    return callProvider(index + 1);
                });
    }

    /** Another provider may accept more pixels, or the format of an image whose bytes we have not seen. */
    private boolean allowsFailover(FailureCode code) {
        return switch (code) {
            case THROTTLED, PROVIDER_AUTH, PROVIDER_BILLING, PROVIDER_FAILURE, PROVIDER_UNAVAILABLE, TIMEOUT, IMAGE_TOO_LARGE ->
                true;
            case UNSUPPORTED_IMAGE -> request.image() instanceof Image.Remote;
            case INVALID_REQUEST, FORBIDDEN_SOURCE, SOURCE_NOT_FOUND, NOT_RECOGNIZED, STORAGE_FAILURE, OVERLOADED -> false;
        };
    }

    private void reportFailover(OcrProvider from, OcrProvider to, Throwable thrown) {
        LOG.warnf("Failover from %s to %s: %s", from.name(), to.name(), thrown.getMessage());
        failovers.add(new Outcome.Failover(from.name(), to.name(), ((FailureException) thrown).failure().code().id()));
    }

    private Uni<Outcome> refuse(Failure failure) {
        return Uni.createFrom().item(new Outcome.Refused(failure,
                attempts.isEmpty() ? null : trace(attempts.getLast().provider(), failure.requestId()), failovers));
    }

    private ProviderTrace trace(String name, String requestId) {
        return new ProviderTrace(name, request.type().id(), requestId, attempts);
    }

    private static Failure outOfTime() {
        return Failure.of(FailureCode.TIMEOUT, "Too little time is left for a provider call");
    }
}
