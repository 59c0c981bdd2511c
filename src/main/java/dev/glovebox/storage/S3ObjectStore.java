package dev.glovebox.storage;

import java.util.Map;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects in S3, or in a store that speaks its protocol: OBS, COS, MinIO, Ceph. Thread-safe. */
final class S3ObjectStore implements ObjectStore {

    private final S3Requests requests;
    private final S3Conditions conditions;
    private final ConditionalWrites writes;

    /**
     * @param s3 returns the client when it is first needed
     * @param trusted true for AWS S3 itself, whose conditions hold; other stores are probed once, by a write
     */
    S3ObjectStore(Supplier<S3Client> s3, boolean trusted) {
        this(new S3Requests(s3), new S3Conditions(trusted));
    }

    private S3ObjectStore(S3Requests requests, S3Conditions conditions) {
        this.requests = requests;
        this.conditions = conditions;
        writes = new ConditionalWrites(requests, conditions);
    }

    @Override
    public ObjectStore tracedBy(Map<String, String> trace) {
        return trace.isEmpty() ? this : new S3ObjectStore(requests.withHeaders(trace), conditions);
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes) {
        return requests.get(name, maxBytes);
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
