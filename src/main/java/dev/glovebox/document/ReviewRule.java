package dev.glovebox.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which results a person should look at: results with certain warnings, and results with a field of low confidence.
 *
 * @param minConfidence the lowest confidence without a review, from 0 to 1. 0 disables this check. Fields without a confidence
 *        are never flagged
 */
public record ReviewRule(double minConfidence) {

    /** @throws IllegalArgumentException if minConfidence is not from 0 to 1 */
    public ReviewRule {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("must be from 0 to 1");
        }
    }

    /**
     * Returns the distinct reasons for a review: first the low confidences in the order of the fields, then the warnings.
     *
     * @return the reasons; empty if no review is needed
     */
    public List<ReviewReason> reasons(NormalizedDocument<?> normalized) {
        Stream<ReviewReason> lowConfidences = normalized.document().fields().entrySet().stream()
                .filter(field -> hasLowConfidence(field.getValue()))
                .map(field -> new ReviewReason(ReviewReason.Code.LOW_CONFIDENCE, field.getKey()));
        Stream<ReviewReason> warnings = normalized.warnings().stream().flatMap(
                warning -> warning.code().reason().stream().map(code -> new ReviewReason(code, warning.field())));
        return Stream.concat(lowConfidences, warnings).distinct().toList();
    }

    private boolean hasLowConfidence(DocumentField field) {
        return field.confidence() != null && field.confidence() < minConfidence;
    }
}
