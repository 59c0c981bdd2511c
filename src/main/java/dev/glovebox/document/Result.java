package dev.glovebox.document;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The JSON object that Glovebox writes next to an image: the state of the work on it, and later its outcome. */
public sealed interface Result {

    /** Returns the status: {@code succeeded}, {@code failed} or {@code processing}. */
    String status();

    /** Returns the image. */
    Source source();

    /**
     * The result of a successful reading.
     *
     * @param schema the {@code $id} of the JSON Schema of this result
     * @param function the document type
     * @param status always {@link #STATUS}
     * @param source the image
     * @param provider the provider calls
     * @param document the content of the image
     * @param warnings the warnings about the content
     * @param review true if a person should look at the result
     * @param reviewReasons the reasons for the review; empty if no review is needed
     * @param processedAt the time of the result, in milliseconds
     * @param raw the provider's own answer if {@code glovebox.result.include-raw} is set; otherwise null, without a JSON member
     */
    @JsonPropertyOrder({ "schema", "function", "status", "source", "provider", "document", "warnings", "review",
            "reviewReasons",
            "processedAt", "raw" })
    record Succeeded(String schema, DocumentType function, String status, Source source, ProviderTrace provider,
            Document document, List<Warning> warnings, boolean review, List<ReviewReason> reviewReasons, Instant processedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Object raw) implements Result {

        /** The value of {@code status}. */
        public static final String STATUS = "succeeded";

        /** Creates the result of a normalized document. */
        public Succeeded(DocumentType function, Source source, ProviderTrace provider, NormalizedDocument<?> normalized,
                List<ReviewReason> reviewReasons, Instant processedAt, Object raw) {
            this(function.schemaId(), function, STATUS, source, provider, normalized.document(), normalized.warnings(),
                    !reviewReasons.isEmpty(), List.copyOf(reviewReasons), processedAt, raw);
        }
    }

    /**
     * The result of a reading that failed for good: a retry would fail again.
     *
     * @param schema the {@code $id} of the JSON Schema of this result
     * @param function the document type
     * @param status always {@link #STATUS}
     * @param source the image
     * @param provider the provider calls; null if no provider was called
     * @param error the failure
     * @param processedAt the time of the result, in milliseconds
     */
    @JsonPropertyOrder({ "schema", "function", "status", "source", "provider", "error", "processedAt" })
    record Failed(String schema, DocumentType function, String status, Source source, ProviderTrace provider, Problem error,
            Instant processedAt) implements Result {

        /** The value of {@code status}. */
        public static final String STATUS = "failed";

        /** Creates the result of a failure. */
        public Failed(DocumentType function, Source source, ProviderTrace provider, Problem error, Instant processedAt) {
            this(function.schemaId(), function, STATUS, source, provider, error, processedAt);
        }
    }

    /**
     * A claim: an instance is reading the image.
     *
     * @param schema the {@code $id} of the JSON Schema of this result
     * @param function the document type
     * @param status always {@link #STATUS}
     * @param source the image
     * @param claim the unique id of this claim
     * @param expiresAt the time from which other instances may take over the claim
     * @param unwrittenAnswers how many claims in a row expired without a result before this one; each may have paid for an
     *        answer that could not be stored
     */
    @JsonPropertyOrder({ "schema", "function", "status", "source", "claim", "expiresAt", "unwrittenAnswers" })
    record Processing(String schema, DocumentType function, String status, Source source, String claim,
            Instant expiresAt, int unwrittenAnswers) implements Result {

        /** The value of {@code status}. */
        public static final String STATUS = "processing";

        /** Creates a claim. */
        public Processing(DocumentType function, Source source, String claim, Instant expiresAt, int unwrittenAnswers) {
            this(function.schemaId(), function, STATUS, source, claim, expiresAt, unwrittenAnswers);
        }
    }
}
