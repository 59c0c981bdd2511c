package dev.glovebox.upload;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.glovebox.document.Problem;
import dev.glovebox.document.Result;
import dev.glovebox.document.Source;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The members of a stored result or claim that decide what to do next.
 *
 * @param schema the schema's id
 * @param status succeeded, failed or processing
 * @param source the image that was read or claimed; null if a foreign writer left it out
 * @param claim the id of a claim; null for results
 * @param expiresAt the end of a claim; null for results
 * @param unwrittenAnswers how many claims in a row expired without a result before this claim; 0 for results
 * @param error the problem of a failed result; null otherwise
 */
@RegisterForReflection
record StoredResult(String schema, String status, Source source, String claim, Instant expiresAt, int unwrittenAnswers,
        Problem error) {

    private static final Set<String> STATUSES = Set.of(Result.Succeeded.STATUS, Result.Failed.STATUS,
            Result.Processing.STATUS);

    /** Returns true if Glovebox has written it. Other writers may use a member {@code status}, but not our schemas. */
    boolean isOurs() {
        return schema != null && schema.startsWith("urn:glovebox:schema:") && status != null && STATUSES.contains(status);
    }

    /** Returns true if an instance works, or has worked, on the image. */
    boolean isClaim() {
        return Result.Processing.STATUS.equals(status);
    }

    /**
     * Returns the outcome that it records.
     *
     * @param bytes the stored JSON
     */
    UploadOutcome outcome(byte[] bytes) {
        return failure().<UploadOutcome> map(UploadOutcome.Failed::new).orElseGet(() -> new UploadOutcome.Written(bytes));
    }

    private Optional<Failure> failure() {
        return Optional.ofNullable(error).flatMap(problem -> FailureCode.of(problem.code())
                .map(code -> Failure.of(code, problem.detail()).withProvider(problem.provider(), problem.providerCode())));
    }
}
