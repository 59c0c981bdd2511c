package dev.glovebox.provider.huawei;

import java.util.concurrent.TimeoutException;

import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import dev.glovebox.provider.FailureException;
import dev.glovebox.provider.RetryAdvice;

/** What went wrong below HTTP. The cause is dropped: its message may name the URL. */
final class HuaweiTransport {

    private HuaweiTransport() {
    }

    static FailureException failure(Throwable cause) {
        if (cause instanceof FailureException told) {
            return told;
        }
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof TimeoutException) {
                return Failure.of(FailureCode.TIMEOUT, "The provider did not answer in time", HuaweiProvider.NAME,
                        RetryAdvice.WITH_BACKOFF).toException();
            }
        }
        return Failure.of(FailureCode.PROVIDER_FAILURE, "The connection to the provider failed", HuaweiProvider.NAME,
                RetryAdvice.WITH_BACKOFF).toException();
    }
}
