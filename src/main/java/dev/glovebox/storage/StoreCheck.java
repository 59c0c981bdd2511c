package dev.glovebox.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.storage.BucketConditions.Verdict;
import io.smallrye.mutiny.Uni;

/**
 * The verdict on a bucket, kept in the bucket as {@code .glovebox/store-check.json}, so that further instances need no proof
 * for a day. Thread-safe.
 */
final class StoreCheck {

    static final String SCHEMA = "urn:glovebox:schema:store-check-1";
    static final Duration VALIDITY = Duration.ofDays(1);

    private static final String FOLDER = ".glovebox/";
    private static final long MAX_BYTES = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoreRequests requests;
    private final String endpoint;
    private final InstantSource clock;

    /** @param endpoint the endpoint of the store: a copy of the bucket in another store needs a proof of its own */
    StoreCheck(StoreRequests requests, String endpoint, InstantSource clock) {
        this.requests = requests;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** Returns the name of an object that a proof may write and remove. */
    static ObjectName proofObject(String bucket, String id) {
        return new ObjectName(bucket, FOLDER + "store-check-" + id + ".json", null);
    }

    private static ObjectName name(String bucket) {
        return new ObjectName(bucket, FOLDER + "store-check.json", null);
    }

    /**
     * Returns the valid verdict that the bucket keeps, or empty; fails if the bucket is missing or the store does not answer.
     */
    Uni<Optional<Verdict>> find(String bucket) {
        return requests.get(name(bucket), MAX_BYTES).map(content -> parse(content.bytes()))
                .onFailure(failure -> failure instanceof StorageException.NotFound
                        || failure instanceof StorageException.Forbidden || failure instanceof StorageException.TooLarge)
                .recoverWithItem(Optional.empty());
    }

    private Optional<Verdict> parse(byte[] json) {
        try {
            JsonNode check = JSON.readTree(json);
            Instant checkedAt = Instant.parse(check.path("checkedAt").asText());
            Instant now = clock.instant();
            boolean valid = SCHEMA.equals(check.path("schema").asText()) && endpoint.equals(check.path("endpoint").asText())
                    && !checkedAt.isAfter(now) && now.isBefore(checkedAt.plus(VALIDITY));
            return valid ? Optional.of(verdict(ConditionSupport.valueOf(check.path("conditions").asText()), checkedAt))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** Keeps a verdict in the bucket if the store permits it, and returns it. */
    Uni<Verdict> keep(String bucket, ConditionSupport support) {
        Instant now = clock.instant();
        String json = JSON.createObjectNode().put("schema", SCHEMA).put("endpoint", endpoint)
                .put("conditions", support.name()).put("checkedAt", now.toString()).toString();
        return requests.put(name(bucket), json.getBytes(StandardCharsets.UTF_8)).onFailure().recoverWithNull()
                .replaceWith(verdict(support, now));
    }

    private static Verdict verdict(ConditionSupport support, Instant checkedAt) {
        return new Verdict(support, checkedAt.plus(VALIDITY));
    }
}
