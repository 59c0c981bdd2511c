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
 * Maps Tencent's error codes to failures: by the whole code, or else by the part before its dot. The message is not used,
 * since its words change.
 *
 * @see <a href="https://cloud.tencent.com/document/api/866/33528">OCR error codes</a>
 * @see <a href="https://cloud.tencent.com/document/api/866/33521">common error codes</a>
 */
final class TencentErrors {

    /** The time of the signature differs by more than five minutes from the service's clock. */
    static final String SIGNATURE_EXPIRED = "AuthFailure.SignatureExpire";

    private static final ErrorTable TABLE = new ErrorTable(TencentProvider.NAME)
            // codes of the operations
            .add(SOURCE_NOT_FOUND, ONCE, "The provider could not fetch the image from its URL", "FailedOperation.DownLoadError")
            // the provider charges for it, so that it is never retried: https://cloud.tencent.com/document/product/866/45470
            .add(NOT_RECOGNIZED, NEVER, "The provider finds nothing in the image", "FailedOperation.EmptyImageError")
            .add(UNSUPPORTED_IMAGE, NEVER, "The provider cannot decode the image", "FailedOperation.ImageDecodeFailed",
                    "InvalidParameter.EngineImageDecodeFailed")
            .add(UNSUPPORTED_IMAGE, NEVER, "The provider does not read this image format",
                    "FailedOperation.UnKnowFileTypeError")
            // the engine failed; if it fails twice, the image is the cause
            .add(NOT_RECOGNIZED, ONCE, "The provider could not recognise the image", "FailedOperation.OcrFailed",
                    "FailedOperation.DetectFailed")
            .add(NOT_RECOGNIZED, NEVER, "The image shows another kind of document, or its quality is too poor",
                    "FailedOperation.ImageBlur",
                    "FailedOperation.ImageNoText", "FailedOperation.ImageNoSpecifiedCard", "FailedOperation.NotAppointCard",
                    "FailedOperation.NoVehicleLicenseError")
            .add(NOT_RECOGNIZED, NEVER, "The image shows another side than the requested one",
                    "FailedOperation.LicenseCardSideError",
                    "FailedOperation.CardSideError")
            .add(NOT_RECOGNIZED, NEVER, "The image shows more than one licence", "FailedOperation.LicenseMultiCardError",
                    "FailedOperation.MultiCardError")
            .add(IMAGE_TOO_LARGE, NEVER, "The image is larger than the provider allows", "FailedOperation.ImageSizeTooLarge",
                    "LimitExceeded.TooLargeFileError", "RequestSizeLimitExceeded")
            .add(PROVIDER_FAILURE, WITH_BACKOFF, "The provider had an internal failure", "FailedOperation.UnKnowError",
                    "FailedOperation.EngineRecognizeTimeout", "FailedOperation.WarningServiceFailed",
                    "FailedOperation.ResponseParseFailed", "InternalError", "ServiceUnavailable")
            .add(PROVIDER_BILLING, NEVER, "The operation is not activated", "FailedOperation.UnOpenError")
            .add(PROVIDER_BILLING, NEVER, "The provider's account is in arrears, or its package is used up",
                    "FailedOperation.ArrearsError", "ResourceUnavailable", "ResourcesSoldOut", "ResourceNotFound",
                    "ResourceInUse", "ResourceInsufficient")
            .add(PROVIDER_BILLING, NEVER, "The provider's quota is used up", "FailedOperation.CountLimitError", "LimitExceeded")
            .add(PROVIDER_FAILURE, ONCE, "The provider failed without a reason", "FailedOperation")
            // codes of all products
            .add(PROVIDER_AUTH, NEVER, "The provider does not accept the credentials", "AuthFailure")
            .add(PROVIDER_AUTH, NEVER, "The credentials may not use this operation", "UnauthorizedOperation", "IpInBlacklist",
                    "IpNotInWhitelist")
            .add(THROTTLED, WITH_BACKOFF, "The provider limits the rate of calls", "RequestLimitExceeded")
            .add(INVALID_REQUEST, NEVER, "The provider rejects a parameter", "InvalidParameter", "InvalidParameterValue",
                    "MissingParameter", "UnknownParameter", "InvalidRequest", "UnsupportedOperation", "UnsupportedProtocol")
            .add(PROVIDER_FAILURE, NEVER, "The endpoint has no such operation", "InvalidAction", "NoSuchVersion",
                    "NoSuchProduct", "ActionOffline", "UnsupportedRegion")
            .add(PROVIDER_FAILURE, NEVER, "The provider answered with an unexpected error", "DryRunOperation",
                    "ResponseSizeLimitExceeded");

    private TencentErrors() {
    }

    /** @param code the answer's {@code Error.Code}; null if it has none */
    static Failure failure(WireAnswer answer, String code) {
        return TABLE.failure(answer, code, TABLE.contains(code) ? code : family(code));
    }

    private static String family(String code) {
        int dot = code == null ? -1 : code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
