package dev.glovebox.storage;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongConsumer;

import dev.glovebox.storage.BucketConditions.Verdict;
import dev.glovebox.trace.Ids;
import io.smallrye.mutiny.Uni;

/** Objects in S3, or in a store that speaks its protocol: OBS, COS, MinIO, Ceph. Thread-safe. */
final class S3ObjectStore implements ObjectStore {

    private final StoreRequests requests;
    private final BucketConditions conditions;
    private final ConditionalWrites writes;

    private S3ObjectStore(StoreRequests requests, BucketConditions conditions) {
        this.requests = requests;
        this.conditions = conditions;
        writes = new ConditionalWrites(requests, conditions);
    }

    /** Returns AWS S3 itself, whose conditional writes need no proof. */
    static S3ObjectStore ofAws(StoreRequests requests) {
        return new S3ObjectStore(requests,
                new BucketConditions(bucket -> Uni.createFrom().item(Verdict.TRUSTED), InstantSource.system()));
    }

    /**
     * Returns another store, in which each bucket needs a proof of its conditional writes.
     *
     * @param endpoint the endpoint of the store
     */
    static S3ObjectStore ofEndpoint(StoreRequests requests, String endpoint, InstantSource clock, Ids ids) {
        StoreCheck check = new StoreCheck(requests, endpoint, clock);
        ConditionProof proof = new ConditionProof(requests, ids);
        return new S3ObjectStore(requests,
                new BucketConditions(
                        bucket -> check.find(bucket).flatMap(found -> found.map(verdict -> Uni.createFrom().item(verdict))
                                .orElseGet(() -> proof.run(bucket).flatMap(support -> check.keep(bucket, support)))),
                        clock));
    }

    @Override
    public ObjectStore tracedBy(Map<String, String> trace) {
        return trace.isEmpty() ? this : new S3ObjectStore(requests.withHeaders(trace), conditions);
    }

    @Override
    public Uni<Boolean> supportsConditions(String bucket) {
        return conditions.of(bucket).map(ConditionSupport::isProven);
    }

    @Override
    public void distrustConditions(String bucket) {
        conditions.distrust(bucket);
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes, LongConsumer sizeListener) {
        return requests.get(name, maxBytes, sizeListener);
    }

    @Override
    public Uni<String> etag(ObjectName name) {
        return requests.etag(name);
    }

    @Override
    public Uni<Boolean> isMarked(ObjectName name) {
        return requests.isMarked(name);
    }

    @Override
    public Uni<String> create(ObjectName name, byte[] json) {
        return writes.create(name, json);
    }

    @Override
    public Uni<String> replace(ObjectName name, byte[] json, String etag) {
        return writes.replace(name, json, etag);
    }

    @Override
    public Uni<String> put(ObjectName name, byte[] json) {
        return writes.put(name, json);
    }

    @Override
    public Uni<Void> remove(ObjectName name, String etag) {
        return writes.remove(name, etag);
    }
}
