package dev.glovebox.document;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The JSON next to an image: the record of the work on it, and its outcome. */
public sealed interface Result {

    /** The word in {@code status}. */
    String status();

    /** The image it is about. */
    Source source();

    /**
     * The image was read.
     *
     * @param schema the {@code $id} of the schema that this obeys
     * @param function the document type
     * @param document what the image says
     * @param warnings the doubts about it
     * @param review whether a person should look at it
     * @param reviewReasons why; empty where none need to
     * @param raw the provider's own answer, where it was asked to be kept; else null and left out
     */
    @JsonPropertyOrder({ "schema", "function", "status", "source", "provider", "document", "warnings", "review",
            "reviewReasons",
            "processedAt", "raw" })
    record Succeeded(String schema, DocumentType function, String status, Source source, ProviderTrace provider,
            Document document, List<Warning> warnings, boolean review, List<ReviewReason> reviewReasons, Instant processedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Object raw) implements Result {

        /** The word in {@code status}. */
        public static final String STATUS = "succeeded";

        public Succeeded(DocumentType function, Source source, ProviderTrace provider, Normalized<?> read,
                List<ReviewReason> reviewReasons, Instant processedAt, Object raw) {
            this(function.schema(), function, STATUS, source, provider, read.document(), read.warnings(),
                    !reviewReasons.isEmpty(), List.copyOf(reviewReasons), processedAt, raw);
        }
    }

    /**
     * The image cannot be read, and no other try will change that.
     *
     * @param provider who was asked; null where none was
     * @param error why
     */
    @JsonPropertyOrder({ "schema", "function", "status", "source", "provider", "error", "processedAt" })
    record Failed(String schema, DocumentType function, String status, Source source, ProviderTrace provider, Problem error,
            Instant processedAt) implements Result {

        /** The word in {@code status}. */
        public static final String STATUS = "failed";

        public Failed(DocumentType function, Source source, ProviderTrace provider, Problem error, Instant processedAt) {
            this(function.schema(), function, STATUS, source, provider, error, processedAt);
        }
    }

    /**
     * Someone is at work on it: a claim.
     *
     * @param claim whose claim it is: an id of that one try
     * @param expiresAt when others may take it for abandoned
     */
    @JsonPropertyOrder({ "schema", "function", "status", "source", "claim", "expiresAt" })
    record Processing(String schema, DocumentType function, String status, Source source, String claim,
            Instant expiresAt) implements Result {

        /** The word in {@code status}. */
        public static final String STATUS = "processing";

        public Processing(DocumentType function, Source source, String claim, Instant expiresAt) {
            this(function.schema(), function, STATUS, source, claim, expiresAt);
        }
    }
}
