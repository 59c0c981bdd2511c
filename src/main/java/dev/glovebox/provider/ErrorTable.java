package dev.glovebox.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;

/** A provider's own error codes, each with what it means to a caller. */
public final class ErrorTable {

    private record Meaning(FailureCode code, RetryAdvice retry, String detail) {
    }

    private static final Pattern CODE = Pattern.compile("-?[A-Za-z0-9._]{1,64}");

    private final String provider;
    private final Map<String, Meaning> meanings = new HashMap<>();

    public ErrorTable(String provider) {
        this.provider = provider;
    }

    /** Adds codes of one meaning, while the table is made. */
    public ErrorTable is(FailureCode code, RetryAdvice retry, String detail, String... providerCodes) {
        for (String providerCode : providerCodes) {
            if (meanings.put(providerCode, new Meaning(code, retry, detail)) != null) {
                throw new IllegalArgumentException("Twice in the table: " + providerCode);
            }
        }
        return this;
    }

    /** True where the table has it; null is none. */
    public boolean knows(String code) {
        return meanings.containsKey(code);
    }

    /** The failure of an answer whose code the table has as it stands. */
    public Failure failure(WireAnswer answer, String code) {
        return failure(answer, code, code);
    }

    /**
     * The failure of an answer: by its code, by its HTTP status where the table does not know that.
     *
     * @param code the answer's own, told to callers; null where it has none
     * @param key the code to look for, where the service writes the same one in several ways
     */
    public Failure failure(WireAnswer answer, String code, String key) {
        Meaning meaning = meanings.get(key);
        return meaning == null ? WireFailures.ofStatus(answer, provider, code)
                : new Failure(meaning.code, meaning.detail, provider, code, meaning.retry, answer.retryAfter(),
                        answer.requestId());
    }

    /** The code in an answer, where it is one: what an answer says is not passed on unseen. */
    public static String code(JsonNode node) {
        String text = node.asText("");
        return CODE.matcher(text).matches() ? text : null;
    }
}
