package dev.glovebox.provider.tencentclassic;

import static dev.glovebox.failure.FailureCode.IMAGE_TOO_LARGE;
import static dev.glovebox.failure.FailureCode.INVALID_REQUEST;
import static dev.glovebox.failure.FailureCode.NOT_RECOGNIZED;
import static dev.glovebox.failure.FailureCode.PROVIDER_AUTH;
import static dev.glovebox.failure.FailureCode.PROVIDER_BILLING;
import static dev.glovebox.failure.FailureCode.PROVIDER_FAILURE;
import static dev.glovebox.failure.FailureCode.SOURCE_NOT_FOUND;
import static dev.glovebox.failure.FailureCode.THROTTLED;
import static dev.glovebox.failure.FailureCode.UNSUPPORTED_IMAGE;
import static dev.glovebox.failure.RetryAdvice.NEVER;
import static dev.glovebox.failure.RetryAdvice.ONCE;
import static dev.glovebox.failure.RetryAdvice.WITH_BACKOFF;

import java.util.Set;

import dev.glovebox.failure.Failure;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.WireAnswer;

/**
 * The classic service's codes to the taxonomy. The page names some that are HTTP statuses too, and does not say where they
 * stand: both are understood.
 *
 * @see <a href="https://github.com/tencentyun/qcloud-documents">the service's pages, as last published</a>
 */
final class TencentClassicErrors {

    /** Signature expired, and used before: another one may be taken. */
    private static final Set<String> WANT_NEW_SIGNATURE = Set.of("9", "13");

    private static final ErrorTable TABLE = new ErrorTable(TencentClassicProvider.NAME)
            .is(INVALID_REQUEST, NEVER, "The provider could not read the request", "400", "21", "-1301", "-1304")
            .is(PROVIDER_AUTH, NEVER, "The provider does not accept the credentials", "401", "403", "4", "5", "6", "10", "11",
                    "12", "14", "16", "9", "13")
            .is(PROVIDER_AUTH, NEVER, "The credentials may not use this operation", "24")
            .is(PROVIDER_FAILURE, NEVER, "The endpoint has no such operation", "404", "424")
            .is(PROVIDER_FAILURE, NEVER, "The provider misses the request's length", "411")
            .is(IMAGE_TOO_LARGE, NEVER, "The request is larger than the provider takes", "413", "23")
            .is(PROVIDER_FAILURE, WITH_BACKOFF, "The provider failed inside", "500", "502", "503", "504", "107", "108", "213",
                    "-5208")
            .is(UNSUPPORTED_IMAGE, NEVER, "The provider cannot decode the image", "-1102", "-1300", "-1400", "-9001", "-9005")
            // a bad request, or an account in arrears; only words tell them apart, and the requests are well-formed
            .is(PROVIDER_BILLING, NEVER, "The provider refuses the account, which may be in arrears", "3")
            .is(PROVIDER_BILLING, NEVER, "The provider's quota is used up", "25")
            .is(THROTTLED, WITH_BACKOFF, "The provider asks for fewer calls", "15")
            .is(SOURCE_NOT_FOUND, ONCE, "The provider could not fetch the image from its URL", "-1308")
            .is(SOURCE_NOT_FOUND, NEVER, "The provider could not fetch the image", "-1403")
            .is(NOT_RECOGNIZED, NEVER, "The provider finds nothing in the image", "-9021", "-9702")
            // the engine gave up; what it gives up on twice is the image's fault
            .is(NOT_RECOGNIZED, ONCE, "The provider could not recognise the image", "-9002", "-9003", "-9006");

    private TencentClassicErrors() {
    }

    /** True where the same call with another signature may be answered. */
    static boolean wantNewSignature(String code) {
        return code != null && WANT_NEW_SIGNATURE.contains(code);
    }

    /** @param code the answer's {@code code} or {@code errorcode}; null where it has none, or 0 with another status than 200 */
    static Failure failure(WireAnswer answer, String code) {
        return TABLE.failure(answer, code, code == null ? String.valueOf(answer.status()) : code);
    }
}
