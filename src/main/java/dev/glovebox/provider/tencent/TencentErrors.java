package dev.glovebox.provider.tencent;

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

import dev.glovebox.failure.Failure;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.WireAnswer;

/**
 * Tencent's error codes to the taxonomy: the whole code first, then the part before its dot. Never by the words
 * beside it, which change.
 *
 * @see <a href="https://cloud.tencent.com/document/api/866/33528">OCR error codes</a>
 * @see <a href="https://cloud.tencent.com/document/api/866/33521">common error codes</a>
 */
final class TencentErrors {

    /** The clock differs by more than five minutes from the service's. */
    static final String SIGNATURE_EXPIRED = "AuthFailure.SignatureExpire";

    private static final ErrorTable TABLE = new ErrorTable(TencentProvider.NAME)
            // the operations' own
            .is(SOURCE_NOT_FOUND, ONCE, "The provider could not fetch the image from its URL", "FailedOperation.DownLoadError")
            // charged for, so never asked again: https://cloud.tencent.com/document/product/866/45470
            .is(NOT_RECOGNIZED, NEVER, "The provider finds nothing in the image", "FailedOperation.EmptyImageError")
            .is(UNSUPPORTED_IMAGE, NEVER, "The provider cannot decode the image", "FailedOperation.ImageDecodeFailed",
                    "InvalidParameter.EngineImageDecodeFailed")
            .is(UNSUPPORTED_IMAGE, NEVER, "The provider does not read this image format", "FailedOperation.UnKnowFileTypeError")
            // the engine gave up; what it gives up on twice is the image's fault
            .is(NOT_RECOGNIZED, ONCE, "The provider could not recognise the image", "FailedOperation.OcrFailed",
                    "FailedOperation.DetectFailed")
            .is(NOT_RECOGNIZED, NEVER, "The image is of another kind, or too poor", "FailedOperation.ImageBlur",
                    "FailedOperation.ImageNoText", "FailedOperation.ImageNoSpecifiedCard", "FailedOperation.NotAppointCard",
                    "FailedOperation.NoVehicleLicenseError")
            .is(NOT_RECOGNIZED, NEVER, "The image shows another side than was asked for",
                    "FailedOperation.LicenseCardSideError",
                    "FailedOperation.CardSideError")
            .is(NOT_RECOGNIZED, NEVER, "The image shows more than one licence", "FailedOperation.LicenseMultiCardError",
                    "FailedOperation.MultiCardError")
            .is(IMAGE_TOO_LARGE, NEVER, "The image is larger than the provider takes", "FailedOperation.ImageSizeTooLarge",
                    "LimitExceeded.TooLargeFileError", "RequestSizeLimitExceeded")
            .is(PROVIDER_FAILURE, WITH_BACKOFF, "The provider failed inside", "FailedOperation.UnKnowError",
                    "FailedOperation.EngineRecognizeTimeout", "FailedOperation.WarningServiceFailed",
                    "FailedOperation.ResponseParseFailed", "InternalError", "ServiceUnavailable")
            .is(PROVIDER_BILLING, NEVER, "The operation is not activated", "FailedOperation.UnOpenError")
            .is(PROVIDER_BILLING, NEVER, "The provider's account is in arrears, or its package used up",
                    "FailedOperation.ArrearsError", "ResourceUnavailable", "ResourcesSoldOut", "ResourceNotFound",
                    "ResourceInUse", "ResourceInsufficient")
            .is(PROVIDER_BILLING, NEVER, "The provider's quota is used up", "FailedOperation.CountLimitError", "LimitExceeded")
            .is(PROVIDER_FAILURE, ONCE, "The provider failed, and does not say how", "FailedOperation")
            // common to all products
            .is(PROVIDER_AUTH, NEVER, "The provider does not accept the credentials", "AuthFailure")
            .is(PROVIDER_AUTH, NEVER, "The credentials may not use this operation", "UnauthorizedOperation", "IpInBlacklist",
                    "IpNotInWhitelist")
            .is(THROTTLED, WITH_BACKOFF, "The provider asks for fewer calls", "RequestLimitExceeded")
            .is(INVALID_REQUEST, NEVER, "The provider finds a parameter invalid", "InvalidParameter", "InvalidParameterValue",
                    "MissingParameter", "UnknownParameter", "InvalidRequest", "UnsupportedOperation", "UnsupportedProtocol")
            .is(PROVIDER_FAILURE, NEVER, "The endpoint has no such operation", "InvalidAction", "NoSuchVersion",
                    "NoSuchProduct", "ActionOffline", "UnsupportedRegion")
            .is(PROVIDER_FAILURE, NEVER, "The provider answered what it must not", "DryRunOperation",
                    "ResponseSizeLimitExceeded");

    private TencentErrors() {
    }

    /** @param code the answer's {@code Error.Code}; null where it has none */
    static Failure failure(WireAnswer answer, String code) {
        return TABLE.failure(answer, code, TABLE.knows(code) ? code : family(code));
    }

    private static String family(String code) {
        int dot = code == null ? -1 : code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
