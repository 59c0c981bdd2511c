package dev.glovebox.storage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.glovebox.storage.S3Failures.NotImplemented;
import dev.glovebox.storage.S3Failures.WriteInProgress;
import dev.glovebox.trace.Ids;
import io.smallrye.mutiny.Uni;

/**
 * Proves what the conditional writes of a bucket support, on an object of its own that it removes afterwards.
 *
 * <p>
 * The proof: a second conditional create is refused; a write under the right entity tag, in quotation marks or else without, is
 * accepted; the next write under the same tag, which is wrong by now, is refused; of several simultaneous creates one is
 * accepted, several times. A store that checks a condition and writes a little later, such as S3Mock, rarely passes the last
 * part. The
 * proof cannot show that conditions are always atomic.
 *
 * <p>
 * Thread-safe. Requests run one after another. Simultaneous proofs use different objects.
 */
final class ConditionProof {

    private static final int RACES = 6;
    private static final int RACERS = 4;

    private final StoreRequests requests;
    private final Ids ids;

    ConditionProof(StoreRequests requests, Ids ids) {
        this.requests = requests;
        this.ids = ids;
    }

    /**
     * Runs the proof.
     *
     * @return {@link ConditionSupport#NONE} also if the store forbids the proof; fails if the store does not answer it
     */
    Uni<ConditionSupport> run(String bucket) {
        ObjectName name = StoreCheck.proofObject(bucket, ids.next());
        return isAccepted(requests.putIfAbsent(name, content(1))).flatMap(created -> created.isEmpty()
                ? Uni.createFrom().item(ConditionSupport.NONE)
                : proveOn(name, created.get()).call(() -> remove(name)))
                .flatMap(support -> support.isProven() ? race(bucket, support, RACES) : Uni.createFrom().item(support));
    }

    /** Sends several creates at once, as often as races are left. */
    private Uni<ConditionSupport> race(String bucket, ConditionSupport support, int races) {
        if (races == 0) {
            return Uni.createFrom().item(support);
        }
        ObjectName name = StoreCheck.proofObject(bucket, ids.next());
        List<Uni<Integer>> creates = IntStream.range(0, RACERS)
                .mapToObj(racer -> isAccepted(requests.putIfAbsent(name, content(racer))).map(etag -> etag.isPresent() ? 1 : 0))
                .toList();
        return Uni.join().all(creates).andFailFast().call(() -> remove(name))
                .flatMap(created -> created.stream().mapToInt(Integer::intValue).sum() > 1
                        ? Uni.createFrom().item(ConditionSupport.NONE)
                        : race(bucket, support, races - 1));
    }

    private Uni<ConditionSupport> proveOn(ObjectName name, String etag) {
        return isAccepted(requests.putIfAbsent(name, content(2))).flatMap(overwritten -> overwritten.isPresent()
                ? Uni.createFrom().item(ConditionSupport.NONE)
                : proveTags(name, etag, ConditionSupport.QUOTED).flatMap(quoted -> quoted.isProven()
                        ? Uni.createFrom().item(quoted)
                        : proveTags(name, etag, ConditionSupport.UNQUOTED)));
    }

    private Uni<ConditionSupport> proveTags(ObjectName name, String etag, ConditionSupport form) {
        String ifMatch = form.ifMatch(etag);
        return isAccepted(requests.putIfMatch(name, content(3), ifMatch)).flatMap(replaced -> replaced.isEmpty()
                ? Uni.createFrom().item(ConditionSupport.NONE)
                : isAccepted(requests.putIfMatch(name, content(4), ifMatch))
                        .map(ignored -> ignored.isPresent() ? ConditionSupport.NONE : form));
    }

    /** Returns the entity tag of an accepted write, or empty if the store has refused it, for whatever reason. */
    private static Uni<Optional<String>> isAccepted(Uni<String> write) {
        return write.map(Optional::of).onFailure(ConditionProof::isRefusal).recoverWithItem(Optional.empty());
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof StorageException.Conflict || failure instanceof StorageException.Forbidden
                || failure instanceof StorageException.NotFound || failure instanceof StorageException.Refused
                || failure instanceof WriteInProgress || failure instanceof NotImplemented;
    }

    private Uni<Void> remove(ObjectName name) {
        return requests.delete(name).onFailure().recoverWithNull();
    }

    /** Returns different bytes for each step, so that the entity tags differ too. */
    private static byte[] content(int step) {
        return ("{\"schema\":\"" + StoreCheck.SCHEMA + "\",\"step\":" + step + "}").getBytes(StandardCharsets.UTF_8);
    }
}
