package dev.glovebox.provider.huawei;

import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

import dev.glovebox.provider.Defect;
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import dev.glovebox.provider.FailureException;
import dev.glovebox.provider.RetryAdvice;

/** What went wrong below HTTP. The cause is logged without its message, which may name the URL. */
final class HuaweiTransport {

    private static final Logger LOG = Logger.getLogger(HuaweiTransport.class);

    private HuaweiTransport() {
    }

    static FailureException failure(Throwable cause) {
        if (cause instanceof FailureException told) {
            return told;
        }
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof TimeoutException || at instanceof io.smallrye.mutiny.TimeoutException) {
                return Failure.of(FailureCode.TIMEOUT, "The provider did not answer in time", HuaweiProvider.NAME,
                        RetryAdvice.WITH_BACKOFF).toException();
            }
        }
        LOG.warnf(Defect.of(cause), "The connection to Huawei Cloud failed");
        return Failure.of(FailureCode.PROVIDER_FAILURE, "The connection to the provider failed", HuaweiProvider.NAME,
                RetryAdvice.WITH_BACKOFF).toException();
    }
}
