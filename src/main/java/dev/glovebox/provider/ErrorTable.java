package dev.glovebox.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;

/** Maps a provider's error codes to failures. Thread-safe once all codes are added. */
public final class ErrorTable {

    private record Meaning(FailureCode code, RetryAdvice retry, String detail) {
    }

    private static final Pattern CODE = Pattern.compile("-?[A-Za-z0-9._]{1,64}");

    private final String provider;
    private final Map<String, Meaning> meanings = new HashMap<>();

    /** Creates an empty table for the provider of that name. */
    public ErrorTable(String provider) {
        this.provider = provider;
    }

    /**
     * Adds error codes with the same meaning and returns this table.
     *
     * @throws IllegalArgumentException if the table contains a code already
     */
    public ErrorTable add(FailureCode code, RetryAdvice retry, String detail, String... providerCodes) {
        for (String providerCode : providerCodes) {
            if (meanings.put(providerCode, new Meaning(code, retry, detail)) != null) {
                throw new IllegalArgumentException("Twice in the table: " + providerCode);
            }
        }
        return this;
    }

    /** Returns true if the table contains the code; false for null. */
    public boolean contains(String code) {
        return meanings.containsKey(code);
    }

    /**
     * Returns the failure that an answer reports: by its code, or by its HTTP status if the table does not contain the code.
     *
     * @param code the answer's error code; null if it has none
     */
    public Failure failure(WireAnswer answer, String code) {
        return failure(answer, code, code);
    }

    /**
     * Returns the failure that an answer reports: by its key, or by its HTTP status if the table does not contain the key.
     *
     * @param code the answer's error code for the failure; null if it has none
     * @param key the code in this table, if the service writes the same code in several ways
     */
    public Failure failure(WireAnswer answer, String code, String key) {
        Meaning meaning = meanings.get(key);
        return meaning == null ? WireFailures.ofStatus(answer, provider, code)
                : answer.annotate(
                        Failure.of(meaning.code, meaning.detail, provider, meaning.retry).withProvider(provider, code));
    }

    /** Returns the error code in an answer; null if the value does not look like one, since codes reach callers and logs. */
    public static String code(JsonNode node) {
        String text = node.asText("");
        return CODE.matcher(text).matches() ? text : null;
    }
}
