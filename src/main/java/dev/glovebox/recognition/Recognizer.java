package dev.glovebox.recognition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ProviderTrace;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.Defect;
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import dev.glovebox.provider.FailureException;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RetryAdvice;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/** Asks the providers of the chain in order, until one reads the image or finds it unreadable. */
@ApplicationScoped
public class Recognizer {

    /** What stays for writing the result: no call starts that would eat it up. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** The least time worth a call: one that is given up has been paid for. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(Recognizer.class);

    private final Chains chains;
    private final InstantSource clock;

    /** @param clock tells how much time is left */
    public Recognizer(Chains chains, InstantSource clock) {
        this.chains = chains;
        this.clock = clock;
    }

    /** The largest image that any provider of the chain takes, in bytes. */
    public long maxBytes(DocumentType type) {
        return chains.chain(type).stream().flatMap(provider -> provider.limits(type).stream())
                .mapToLong(limits -> limits.base64Bytes() / 4L * 3).max().orElse(0);
    }

    /**
     * Has the image read.
     *
     * @param deadline when the caller stops waiting; the result must have been written by then
     * @return never fails for a provider's sake: that is an {@link Outcome.Refused}
     */
    public Uni<Outcome> recognize(OcrRequest request, Instant deadline) {
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
            return able.isEmpty() ? Uni.createFrom().item(new Outcome.Refused(tooMuch, null))
                    : new Turns(able, request, deadline).next(0);
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

    /** One image's way along the chain. */
    private final class Turns {

        private final List<OcrProvider> providers;
        private final OcrRequest request;
        private final Instant deadline;
        private final List<Attempt> attempts = new ArrayList<>();

        Turns(List<OcrProvider> providers, OcrRequest request, Instant deadline) {
            this.providers = providers;
            this.request = request;
            this.deadline = deadline;
        }

        Uni<Outcome> next(int index) {
            OcrProvider provider = providers.get(index);
            Instant start = clock.instant();
            Duration left = Duration.between(start, deadline).minus(MARGIN);
            if (left.compareTo(LEAST) < 0) {
                return Uni.createFrom().item(new Outcome.Refused(
                        Failure.of(FailureCode.TIMEOUT, "No time was left to ask a provider"), trace(provider, null)));
            }
            Duration limit = left.compareTo(provider.timeout()) < 0 ? left : provider.timeout();
            return provider.recognize(request).ifNoItem().after(limit).fail().map(recognition -> {
                record(provider, start, Attempt.SUCCEEDED);
                return (Outcome) new Outcome.Recognized(recognition, trace(provider, recognition));
            }).onFailure().recoverWithUni(thrown -> {
                Failure failure = told(provider, thrown);
                record(provider, start, failure.code().id());
                return movesOn(failure.code()) && index + 1 < providers.size() ? next(index + 1)
                        : Uni.createFrom().item(new Outcome.Refused(failure, trace(provider, null)));
            });
        }

        private void record(OcrProvider provider, Instant start, String outcome) {
            attempts.add(new Attempt(provider.name(), outcome, Duration.between(start, clock.instant()).toMillis()));
        }

        private ProviderTrace trace(OcrProvider provider, Recognition recognition) {
            return attempts.isEmpty() ? null
                    : new ProviderTrace(provider.name(), request.type().id(),
                            recognition == null ? null : recognition.requestId(),
                            attempts);
        }

        private static Failure told(OcrProvider provider, Throwable thrown) {
            if (thrown instanceof FailureException known) {
                return known.failure();
            }
            if (thrown instanceof TimeoutException) {
                return Failure.of(FailureCode.TIMEOUT, "The provider did not answer in time", provider.name(),
                        RetryAdvice.WITH_BACKOFF);
            }
            LOG.errorf(Defect.of(thrown), "%s could not be asked, or its answer not handled", provider.name());
            return Failure.of(FailureCode.PROVIDER_FAILURE, "The provider's answer could not be handled", provider.name(),
                    RetryAdvice.NEVER);
        }
    }

    /** A fault of the provider's own is no judgement of the image: another may read it. */
    private static boolean movesOn(FailureCode code) {
        return switch (code) {
            case THROTTLED, PROVIDER_AUTH, PROVIDER_BILLING, PROVIDER_FAILURE, PROVIDER_UNAVAILABLE, TIMEOUT -> true;
            case INVALID_REQUEST, FORBIDDEN_SOURCE, SOURCE_NOT_FOUND, IMAGE_TOO_LARGE, UNSUPPORTED_IMAGE, NOT_RECOGNIZED ->
                false;
        };
    }
}
