package dev.glovebox.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which results a person should look at: those with a doubt, and those with a field that the provider is less sure of
 * than is asked for.
 *
 * @param minConfidence 0..1; a field without a confidence is never too low. 0 asks for none
 */
public record ReviewRule(double minConfidence) {

    /** @throws IllegalArgumentException where minConfidence is not from 0 to 1 */
    public ReviewRule {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("must be from 0 to 1");
        }
    }

    /** The reasons to look at it, each once; empty where there is none. Low confidences first, in the document's order. */
    public List<ReviewReason> reasons(Normalized<?> read) {
        Stream<ReviewReason> unsure = read.document().fields().entrySet().stream()
                .filter(field -> isUnsure(field.getValue()))
                .map(field -> new ReviewReason(ReviewReason.Code.LOW_CONFIDENCE, field.getKey()));
        Stream<ReviewReason> doubtful = read.warnings().stream().flatMap(
                warning -> warning.code().reason().stream().map(code -> new ReviewReason(code, warning.field())));
        return Stream.concat(unsure, doubtful).distinct().toList();
    }

    private boolean isUnsure(ReadField field) {
        return field.confidence() != null && field.confidence() < minConfidence;
    }
}
