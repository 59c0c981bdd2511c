package dev.glovebox.storage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.glovebox.async.SharedUni;
import io.smallrye.mutiny.Uni;

/**
 * Knows for each bucket whether conditional writes can be used. Ceph RGW, for example, supports them in plain buckets and
 * ignores them in versioned ones.
 *
 * <p>
 * Thread-safe; all copies of a store share one instance. Simultaneous questions about one bucket share one proof. A proof that
 * fails is repeated for the next question.
 */
final class BucketConditions {

    private static final Logger LOG = Logger.getLogger(BucketConditions.class);

    /**
     * The verdict on a bucket.
     *
     * @param support what the proof showed
     * @param expiresAt when the proof must be repeated: a bucket's versioning may be switched on
     */
    record Verdict(ConditionSupport support, Instant expiresAt) {

        /** The verdict on the buckets of AWS S3 itself. */
        static final Verdict TRUSTED = new Verdict(ConditionSupport.QUOTED, Instant.MAX);
    }

    private final Function<String, Uni<Verdict>> proof;
    private final InstantSource clock;
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final Map<String, Uni<Verdict>> running = new ConcurrentHashMap<>();

    /** @param proof returns the verdict on a bucket; it fails if the store does not answer */
    BucketConditions(Function<String, Uni<Verdict>> proof, InstantSource clock) {
        this.proof = proof;
        this.clock = clock;
    }

    /** Returns what conditional writes of the bucket support; fails as the proof fails. */
    Uni<ConditionSupport> of(String bucket) {
        Verdict known = verdicts.get(bucket);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return Uni.createFrom().item(known.support());
        }
        return running.computeIfAbsent(bucket, name -> SharedUni.of(Uni.createFrom().deferred(() -> proof.apply(name))
                .onItemOrFailure().invoke((verdict, failure) -> end(name, verdict)))).map(Verdict::support);
    }

    /** Returns what is known without a proof; {@link ConditionSupport#NONE} if nothing is known. */
    ConditionSupport known(String bucket) {
        Verdict verdict = verdicts.get(bucket);
        return verdict == null ? ConditionSupport.NONE : verdict.support();
    }

    private void end(String bucket, Verdict verdict) {
        if (verdict != null) {
            verdicts.put(bucket, verdict);
            if (!verdict.support().isProven()) {
                LOG.warnf(
                        "The bucket %s has no conditional writes that can be proven. Simultaneous deliveries of one upload may "
                                + "rarely be paid for twice.",
                        bucket);
            }
        }
        running.remove(bucket);
    }

    /** Stops the use of conditional writes, after the store has refused one whose condition was true. */
    void distrust(String bucket) {
        verdicts.computeIfPresent(bucket, (name, verdict) -> new Verdict(ConditionSupport.NONE, verdict.expiresAt()));
        LOG.warnf("The bucket %s refused a conditional write whose condition was true. Plain writes are used from now on.",
                bucket);
    }
}
