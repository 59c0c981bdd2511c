package dev.glovebox.provider.huawei;

import static dev.glovebox.failure.FailureCode.FORBIDDEN_SOURCE;
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
import static dev.glovebox.failure.RetryAdvice.WITH_NEW_TOKEN;

import java.util.stream.IntStream;

import dev.glovebox.failure.Failure;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.WireAnswer;

/**
 * Maps Huawei's errors to failures: by the code, or by the HTTP status if the code is unknown or ambiguous. The message is not
 * used, since its words change.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/api-ocr/ocr_03_0028.html">OCR error codes</a>
 * @see <a href="https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html">gateway error codes</a>
 */
final class HuaweiErrors {

    private static final int UNAUTHORIZED = 401;
    /** The gateway does not accept the token or the signature. */
    private static final String NOT_ACCEPTED = "APIG.0301";

    /** APIG.0201 is left out: it has half a dozen meanings, and the status tells them apart. */
    private static final ErrorTable TABLE = new ErrorTable(HuaweiProvider.NAME)
            .add(INVALID_REQUEST, NEVER, "The provider rejects a parameter", "AIS.0101")
            .add(UNSUPPORTED_IMAGE, NEVER, "The provider does not read this image format", "AIS.0102")
            .add(IMAGE_TOO_LARGE, NEVER, "The size of the image is outside the provider's limits", "AIS.0103")
            .add(NOT_RECOGNIZED, NEVER, "The image shows another kind of document, or its quality is too poor", "AIS.0104")
            // the engine failed; if it fails twice, the image is the cause
            .add(NOT_RECOGNIZED, ONCE, "The provider could not recognise the image", "AIS.0105")
            .add(PROVIDER_FAILURE, NEVER, "The provider answered with a code of another operation", "AIS.0117", "AIS.0118",
                    "AIS.0119", "AIS.0120", "AIS.0121", "AIS.0122")
            .add(PROVIDER_FAILURE, NEVER, "The endpoint is not that of the OCR service", otherServices())

            .add(PROVIDER_AUTH, WITH_NEW_TOKEN, "The provider does not accept the token", "ModelArts.0203", "ModelArts.4101",
                    "ModelArts.4102", "ModelArts.4103")
            .add(PROVIDER_AUTH, NEVER, "The token has no project scope", "ModelArts.0212")
            .add(IMAGE_TOO_LARGE, NEVER, "The request is larger than the provider allows", "ModelArts.4104")
            .add(PROVIDER_FAILURE, NEVER, "The provider could not read the request", "ModelArts.4105")
            .add(PROVIDER_BILLING, NEVER, "The provider's account is restricted or frozen", "ModelArts.4106", "ModelArts.6201")
            .add(PROVIDER_FAILURE, ONCE, "The provider could not obtain its own credentials", "ModelArts.4107")
            .add(PROVIDER_FAILURE, NEVER, "The endpoint is not that of the OCR service", "ModelArts.4201", "ModelArts.4202")
            .add(PROVIDER_AUTH, NEVER, "The credentials may not use this operation", "ModelArts.4203")
            .add(PROVIDER_BILLING, NEVER, "The operation is not subscribed in this region", "ModelArts.4204")
            .add(PROVIDER_FAILURE, WITH_BACKOFF, "The provider had an internal failure", "ModelArts.4301", "ModelArts.4302",
                    "ModelArts.4402",
                    "ModelArts.4403", "ModelArts.4502", "ModelArts.4505")
            .add(THROTTLED, WITH_BACKOFF, "The provider's limit of concurrent calls is reached", "ModelArts.4401")
            .add(PROVIDER_FAILURE, NEVER, "The provider has no such service", "ModelArts.4503", "ModelArts.4504",
                    "ModelArts.4506")
            .add(PROVIDER_FAILURE, ONCE, "The provider's service is stopped", "ModelArts.4508")
            .add(INVALID_REQUEST, NEVER, "The image's URL is not valid", "ModelArts.4601", "ModelArts.4703")
            .add(SOURCE_NOT_FOUND, ONCE, "The provider could not fetch the image from its URL", "ModelArts.4603")
            .add(FORBIDDEN_SOURCE, NEVER, "The provider may not read that bucket", "ModelArts.4702")
            .add(SOURCE_NOT_FOUND, NEVER, "The provider could not fetch the image from its bucket", "ModelArts.4704",
                    "ModelArts.4706")
            .add(IMAGE_TOO_LARGE, NEVER, "The object is larger than the provider allows", "ModelArts.4705")

            .add(PROVIDER_FAILURE, NEVER, "The endpoint has no such operation", "APIG.0101")
            .add(PROVIDER_FAILURE, WITH_BACKOFF, "The provider's gateway failed", "APIG.0103", "APIG.0104", "APIG.0105",
                    "APIG.0601",
                    "APIG.0605", "APIG.0606", "APIG.0607", "APIG.0608", "APIG.0609", "APIG.0610", "APIG.0611", "APIG.0612",
                    "APIG.0613")
            .add(PROVIDER_FAILURE, NEVER, "The provider's gateway could not read the request", "APIG.0106", "APIG.0204",
                    "APIG.0602")
            .add(PROVIDER_AUTH, WITH_NEW_TOKEN, "The provider does not accept the credentials", "APIG.0301", "APIG.0307")
            .add(PROVIDER_AUTH, NEVER, "The credentials may not use this operation", "APIG.0302", "APIG.0303", "APIG.0304",
                    "APIG.0305", "APIG.0306", "APIG.0310", "APIG.0401", "APIG.0402", "APIG.0404")
            .add(THROTTLED, WITH_BACKOFF, "The provider limits the rate of calls", "APIG.0308")
            .add(PROVIDER_BILLING, NEVER, "The provider's quota is used up, or the account frozen", "APIG.0501", "APIG.0502");

    private HuaweiErrors() {
    }

    /** AIS.0002 to AIS.0020 occur only in the tables of other image services. */
    private static String[] otherServices() {
        return IntStream.rangeClosed(2, 20).mapToObj("AIS.%04d"::formatted).toArray(String[]::new);
    }

    /** @param code the answer's {@code error_code}; null if it has none */
    static Failure failure(WireAnswer answer, String code) {
        // the service gateway has the same numbers with another prefix
        String key = code == null ? null : code.replaceFirst("^APIGW\\.", "APIG.");
        return TABLE.failure(answer, code, TABLE.contains(key) || answer.status() != UNAUTHORIZED ? key : NOT_ACCEPTED);
    }
}
