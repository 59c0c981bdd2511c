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
 * Maps the error codes of the classic service to failures. Some documented codes equal HTTP statuses. The documentation does
 * not say whether they are in the body or the status, so that both are read.
 *
 * @see <a href="https://github.com/tencentyun/qcloud-documents">the service's pages, as last published</a>
 */
final class TencentClassicErrors {

    /** The signature is expired (9) or was used before (13): the service may accept another one. */
    private static final Set<String> NEW_SIGNATURE_CODES = Set.of("9", "13");

    private static final ErrorTable TABLE = new ErrorTable(TencentClassicProvider.NAME)
            .add(INVALID_REQUEST, NEVER, "The provider could not read the request", "400", "21", "-1301", "-1304")
            .add(PROVIDER_AUTH, NEVER, "The provider does not accept the credentials", "401", "403", "4", "5", "6", "10", "11",
                    "12", "14", "16", "9", "13")
            .add(PROVIDER_AUTH, NEVER, "The credentials may not use this operation", "24")
            .add(PROVIDER_FAILURE, NEVER, "The endpoint has no such operation", "404", "424")
            .add(PROVIDER_FAILURE, NEVER, "The provider did not get the length of the request", "411")
            .add(IMAGE_TOO_LARGE, NEVER, "The request is larger than the provider allows", "413", "23")
            .add(PROVIDER_FAILURE, WITH_BACKOFF, "The provider had an internal failure", "500", "502", "503", "504", "107",
                    "108", "213",
                    "-5208")
            .add(UNSUPPORTED_IMAGE, NEVER, "The provider cannot decode the image", "-1102", "-1300", "-1400", "-9001", "-9005")
            // a bad request or an account in arrears; our requests are correct, so that it is the account
            .add(PROVIDER_BILLING, NEVER, "The provider refuses the account, which may be in arrears", "3")
            .add(PROVIDER_BILLING, NEVER, "The provider's quota is used up", "25")
            .add(THROTTLED, WITH_BACKOFF, "The provider limits the rate of calls", "15")
            .add(SOURCE_NOT_FOUND, ONCE, "The provider could not fetch the image from its URL", "-1308")
            .add(SOURCE_NOT_FOUND, NEVER, "The provider could not fetch the image", "-1403")
            .add(NOT_RECOGNIZED, NEVER, "The provider finds nothing in the image", "-9021", "-9702")
            // the engine failed; if it fails twice, the image is the cause
            .add(NOT_RECOGNIZED, ONCE, "The provider could not recognise the image", "-9002", "-9003", "-9006");

    private TencentClassicErrors() {
    }

    /** Returns true if the same call with another signature may succeed. */
    static boolean wantsNewSignature(String code) {
        return code != null && NEW_SIGNATURE_CODES.contains(code);
    }

    /** @param code the answer's {@code code} or {@code errorcode}; null if it has none, or if it is 0 with an error status */
    static Failure failure(WireAnswer answer, String code) {
        return TABLE.failure(answer, code, code == null ? String.valueOf(answer.status()) : code);
    }
}
