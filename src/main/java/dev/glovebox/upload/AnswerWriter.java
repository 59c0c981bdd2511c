package dev.glovebox.upload;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.async.Timer;
import dev.glovebox.document.Source;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.Sequencer;
import dev.glovebox.storage.StorageException;
import io.smallrye.mutiny.Uni;

/**
 * Writes answers in place of their claims, by every means that loses no other answer and no foreign object.
 *
 * <p>
 * Thread-safe. A write goes on if its caller cancels. If it fails in the end, the answer stays in {@link UnwrittenAnswers}, and
 * the claim stays in the store.
 */
@ApplicationScoped
class AnswerWriter {

    private static final int MAX_RETRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Logger LOG = Logger.getLogger(AnswerWriter.class);

    private final ClaimStrategies strategies;
    private final StoredResults stored;
    private final UnwrittenAnswers unwritten;
    private final Timer timer;

    AnswerWriter(ClaimStrategies strategies, StoredResults stored, UnwrittenAnswers unwritten, Timer timer) {
        this.strategies = strategies;
        this.stored = stored;
        this.unwritten = unwritten;
        this.timer = timer;
    }

    /**
     * Writes the answer.
     *
     * @return the outcome, or that of another instance whose result is at least as new; fails with {@code storage-failure} if
     *         the store does not accept the answer, and with {@code forbidden-source} if a foreign object has replaced the
     *         claim
     */
    Uni<UploadOutcome> write(Claim claim, Answer answer) {
        return unwritten.write(claim.id(), answer.json().length, attempt(claim, answer, 0));
    }

    private Uni<UploadOutcome> attempt(Claim claim, Answer answer, int retries) {
        return Uni.createFrom().deferred(() -> strategies.forAnswer(claim.upload()))
                .flatMap(strategy -> strategy.complete(claim, answer.json())
                        .flatMap(written -> written ? Uni.createFrom().item(answer.outcome())
                                : writeAfterLook(strategy, claim, answer)))
                .onFailure(StorageException.class).recoverWithUni(failure -> retries < MAX_RETRIES && isWorthRetry(failure)
                        ? timer.delay(FIRST_PAUSE.multipliedBy(1L << retries))
                                .flatMap(waited -> attempt(claim, answer, retries + 1))
                        : Uni.createFrom().failure(unwritten(failure)));
    }

    private static boolean isWorthRetry(Throwable failure) {
        return !(failure instanceof StorageException.Forbidden || failure instanceof StorageException.NoSuchBucket);
    }

    private static RuntimeException unwritten(Throwable failure) {
        LOG.errorf("A result could not be stored: %s", failure.getMessage());
        return Failure.of(FailureCode.STORAGE_FAILURE, "The result could not be stored: " + failure.getMessage()).toException();
    }

    private Uni<UploadOutcome> writeAfterLook(ClaimStrategy strategy, Claim claim, Answer answer) {
        return stored.find(claim.upload()).flatMap(found -> {
            if (found.isPresent() && Arrays.equals(found.get().bytes(), answer.json())) {
                return Uni.createFrom().item(answer.outcome());
            }
            return newerOutcome(claim.upload(), answer.source(), found)
                    .flatMap(newer -> newer.isPresent() ? Uni.createFrom().item(newer.get())
                            : strategy.overwrite(claim, answer.json(), found.orElse(null)).replaceWith(answer.outcome()));
        });
    }

    /** Returns the outcome of a stored result that is at least as new as the answer; empty if there is none. */
    private Uni<Optional<UploadOutcome>> newerOutcome(Upload upload, Source read, Optional<ObjectContent> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        ObjectContent content = found.get();
        StoredResult result = stored.parse(content);
        if (result.isClaim()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return isNewer(upload, read, result.source())
                .map(newer -> newer ? Optional.empty() : Optional.of(result.outcome(content.bytes())));
    }

    /** Returns true if the answer's image is newer than that of a stored result. */
    private static Uni<Boolean> isNewer(Upload upload, Source read, Source other) {
        if (other == null || Objects.equals(read.etag(), other.etag())
                || Sequencer.isOlder(read.sequencer(), other.sequencer())) {
            return Uni.createFrom().item(false);
        }
        if (Sequencer.isOlder(other.sequencer(), read.sequencer())) {
            return Uni.createFrom().item(true);
        }
        return upload.store().etag(upload.object().name().latest()).map(etag -> etag.equals(read.etag()))
                .onFailure(StorageException.NotFound.class).recoverWithItem(false);
    }
}
