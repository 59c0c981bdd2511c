package dev.glovebox.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.Timer;
import dev.glovebox.storage.ObjectContent;
import io.smallrye.mutiny.Uni;

/**
 * Claims without conditional writes: an instance writes its claim, waits, and reads it back. Of several simultaneous claims the
 * last one stays, and the others find it. An instance reads its claim once more before the first paid call.
 *
 * <p>
 * The wait must be longer than the time between the look and the write of another instance. Another instance on the same store
 * is about as fast as this one, so the wait grows with the time that this one needed. Two instances both win only if one of
 * them is several times slower than the other.
 */
@ApplicationScoped
final class ReadBackClaims implements ClaimStrategy {

    private static final Duration MIN_WAIT = Duration.ofMillis(150);
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final int MAX_RANDOM_MILLIS = 100;
    private static final int WAIT_PER_WRITE = 3;

    private final StoredResults stored;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Timer timer;

    ReadBackClaims(StoredResults stored, InstantSource clock, RandomGenerator random, Timer timer) {
        this.stored = stored;
        this.clock = clock;
        this.random = random;
        this.timer = timer;
    }

    @Override
    public Uni<Optional<Claim>> create(Upload upload, NewClaim claim) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Claim>> replace(Upload upload, NewClaim claim, ObjectContent current, Instant seenAt) {
        return upload.store().put(upload.result(), claim.json())
                .map(etag -> new Claim(upload, claim.id(), etag))
                .call(() -> timer.delay(waitAfter(Duration.between(seenAt, clock.instant()))))
                .flatMap(written -> isHeld(written).map(held -> held ? Optional.of(written) : Optional.empty()));
    }

    private Duration waitAfter(Duration write) {
        Duration wait = write.multipliedBy(WAIT_PER_WRITE).plus(MIN_WAIT).plusMillis(random.nextInt(MAX_RANDOM_MILLIS));
        return wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT;
    }

    @Override
    public Uni<Boolean> isHeld(Claim claim) {
        return stored.find(claim.upload())
                .map(found -> found.filter(content -> stored.isClaim(content, claim.id())).isPresent());
    }

    @Override
    public Uni<Boolean> complete(Claim claim, byte[] answer) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<String> overwrite(Claim claim, byte[] answer, ObjectContent current) {
        return claim.upload().store().put(claim.upload().result(), answer);
    }
}
