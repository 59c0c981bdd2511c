package dev.glovebox.upload;

import dev.glovebox.document.Problem;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;

/** Converts failures to the problem details that callers and results contain (RFC 9457). */
public final class ProblemDetails {

    private ProblemDetails() {
    }

    /** Returns the problem details of a failure. */
    public static Problem of(Failure failure) {
        FailureCode code = failure.code();
        return new Problem("urn:glovebox:problem:" + code.id(), code.title(), code.status(), failure.detail(), code.id(),
                code.isRetryable(), failure.provider(), failure.providerCode());
    }
}
