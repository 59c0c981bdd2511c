package dev.glovebox.storage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import dev.glovebox.testing.VirtualTime;
import dev.glovebox.trace.Ids;
import io.smallrye.mutiny.Uni;

/**
 * A model of a store behind a network. Each request takes effect some time after it was sent, and is answered some time later.
 * Requests of an instance that is dead get no answer, but may still take effect.
 */
public final class ModelStore {

    /** What the store does with conditional writes. */
    public enum Kind {
        SUPPORTED(true, 0),
        /** Accepts entity tags in quotation marks only. */
        QUOTED_ONLY(true, 0),
        /** Accepts entity tags without quotation marks only, as Ceph RGW does. */
        UNQUOTED_ONLY(true, 0),
        /** Ignores conditions. */
        IGNORED(false, 0),
        /** Ignores {@code If-None-Match} and refuses each {@code If-Match}, as Ceph RGW does in versioned buckets. */
        VERSIONED(false, 0),
        /** Answers 501 to each conditional write. */
        NOT_IMPLEMENTED(false, 0),
        /** Checks the condition, and writes a millisecond later. */
        NOT_ATOMIC(false, 1),
        /** Checks the condition, and writes so much later that simultaneous writers usually both succeed, as S3Mock does. */
        RARELY_ATOMIC(false, 40);

        private final boolean conditionsHold;
        private final int millisBeforeWrite;

        Kind(boolean conditionsHold, int millisBeforeWrite) {
            this.conditionsHold = conditionsHold;
            this.millisBeforeWrite = millisBeforeWrite;
        }

        public boolean conditionsHold() {
            return conditionsHold;
        }
    }

    /**
     * The faults of writes during a period. All other writes succeed.
     *
     * @param refused the share of writes that have no effect and fail
     * @param lost the share of writes that take effect and fail
     * @param delayed the share of writes that fail and take effect seconds later
     * @param from the begin of the faults
     * @param until the end of the faults
     */
    public record Faults(double refused, double lost, double delayed, Instant from, Instant until) {

        boolean areActive(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private record Stored(byte[] bytes, Instant writtenAt) {
    }

    private static final int MAX_LATENCY_MILLIS = 40;
    private static final int MAX_DELAY_MILLIS = 8_000;

    private final Kind kind;
    private final VirtualTime time;
    private final Random random;
    private final Faults faults;
    private final Map<String, Stored> objects = new HashMap<>();
    private int writes;
    private int delayedWrites;

    public ModelStore(Kind kind, VirtualTime time, Random random, Faults faults) {
        this.kind = kind;
        this.time = time;
        this.random = random;
        this.faults = faults;
    }

    /** Returns the store as one instance uses it. */
    public ObjectStore connect(BooleanSupplier alive, Ids ids) {
        return S3ObjectStore.ofEndpoint(new Requests(alive), "model", time, ids);
    }

    /** Writes an object at once. */
    public void write(String key, byte[] bytes) {
        objects.put(key, new Stored(bytes, time.instant()));
    }

    /** Returns the bytes of an object, or null. */
    public byte[] read(String key) {
        Stored stored = objects.get(key);
        return stored == null ? null : stored.bytes();
    }

    /** Returns the keys of all objects. */
    public Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    /** Returns how many writes and removals were sent. */
    public int writes() {
        return writes;
    }

    /** Returns how many writes failed and took effect later. */
    public int delayedWrites() {
        return delayedWrites;
    }

    private static String etag(byte[] bytes) {
        return Integer.toHexString(new String(bytes, StandardCharsets.ISO_8859_1).hashCode()) + "-" + bytes.length;
    }

    private void after(int millis, Runnable work) {
        time.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    private int latency() {
        return 1 + random.nextInt(MAX_LATENCY_MILLIS);
    }

    /** The requests of one instance. */
    private final class Requests implements StoreRequests {

        private final BooleanSupplier alive;

        Requests(BooleanSupplier alive) {
            this.alive = alive;
        }

        @Override
        public StoreRequests withHeaders(Map<String, String> headers) {
            return this;
        }

        @Override
        public Uni<ObjectContent> get(ObjectName name, long maxBytes, LongConsumer sizeListener) {
            return send(() -> {
                Stored stored = find(name);
                return new ObjectContent(stored.bytes(), ModelStore.etag(stored.bytes()), null,
                        Duration.between(stored.writtenAt(), time.instant()));
            });
        }

        @Override
        public Uni<String> etag(ObjectName name) {
            return send(() -> ModelStore.etag(find(name).bytes()));
        }

        @Override
        public Uni<Boolean> isMarked(ObjectName name) {
            return send(() -> find(name) == null);
        }

        private Stored find(ObjectName name) {
            return Optional.ofNullable(objects.get(name.key())).orElseThrow(StorageException.NotFound::new);
        }

        @Override
        public Uni<String> put(ObjectName name, byte[] json) {
            return sendWrite(() -> store(name, json));
        }

        @Override
        public Uni<String> putIfAbsent(ObjectName name, byte[] json) {
            return sendConditional(name, json, switch (kind) {
                case IGNORED, VERSIONED -> () -> true;
                default -> () -> !objects.containsKey(name.key());
            });
        }

        @Override
        public Uni<String> putIfMatch(ObjectName name, byte[] json, String ifMatch) {
            return sendConditional(name, json, () -> matches(name, ifMatch));
        }

        private boolean matches(ObjectName name, String ifMatch) {
            Stored stored = objects.get(name.key());
            boolean quoted = ifMatch.startsWith("\"");
            boolean form = switch (kind) {
                case QUOTED_ONLY -> quoted;
                case UNQUOTED_ONLY -> !quoted;
                case VERSIONED -> false;
                case SUPPORTED, IGNORED, NOT_IMPLEMENTED, NOT_ATOMIC, RARELY_ATOMIC -> true;
            };
            return kind == Kind.IGNORED || form && stored != null
                    && ModelStore.etag(stored.bytes()).equals(ifMatch.replace("\"", ""));
        }

        private Uni<String> sendConditional(ObjectName name, byte[] json, BooleanSupplier condition) {
            return sendWrite(() -> {
                if (kind == Kind.NOT_IMPLEMENTED) {
                    throw new S3Failures.NotImplemented();
                }
                if (!condition.getAsBoolean()) {
                    throw new StorageException.Conflict();
                }
                if (kind.millisBeforeWrite > 0) {
                    after(kind.millisBeforeWrite, () -> store(name, json));
                    return ModelStore.etag(json);
                }
                return store(name, json);
            });
        }

        private String store(ObjectName name, byte[] json) {
            write(name.key(), json);
            return ModelStore.etag(json);
        }

        @Override
        public Uni<Void> delete(ObjectName name) {
            return sendWrite(() -> {
                objects.remove(name.key());
                return null;
            });
        }

        /** Stores that know conditions of writes often ignore those of removals. */
        @Override
        public Uni<Void> deleteIfMatch(ObjectName name, String ifMatch) {
            return delete(name);
        }

        private <T> Uni<T> sendWrite(Supplier<T> effect) {
            return Uni.createFrom().deferred(() -> {
                writes++;
                double fault = faults.areActive(time.instant()) ? random.nextDouble() : 1;
                if (fault < faults.refused()) {
                    return send(ModelStore::fail);
                }
                if (fault < faults.refused() + faults.lost()) {
                    return send(effect).onFailure().recoverWithNull().flatMap(done -> Uni.createFrom().item(ModelStore::fail));
                }
                if (fault < faults.refused() + faults.lost() + faults.delayed()) {
                    delayedWrites++;
                    after(1 + random.nextInt(MAX_DELAY_MILLIS), () -> attempt(effect));
                    return send(ModelStore::fail);
                }
                return send(effect);
            });
        }

        private <T> Uni<T> send(Supplier<T> effect) {
            return Uni.createFrom().emitter(emitter -> {
                if (!alive.getAsBoolean()) {
                    return;
                }
                after(latency(), () -> {
                    T item = null;
                    RuntimeException failure = null;
                    try {
                        item = effect.get();
                    } catch (RuntimeException refused) {
                        failure = refused;
                    }
                    T answer = item;
                    RuntimeException thrown = failure;
                    after(latency(), () -> {
                        if (!alive.getAsBoolean()) {
                            return;
                        }
                        if (thrown == null) {
                            emitter.complete(answer);
                        } else {
                            emitter.fail(thrown);
                        }
                    });
                });
            });
        }
    }

    private static void attempt(Supplier<?> effect) {
        try {
            effect.get();
        } catch (RuntimeException refused) {
            // nobody waits for the answer
        }
    }

    private static <T> T fail() {
        throw new StorageException("The store answered with status 503");
    }
}
