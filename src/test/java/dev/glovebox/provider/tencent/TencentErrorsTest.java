package dev.glovebox.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.WireAnswer;

class TencentErrorsTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
            // codes of the operations
            "FailedOperation.DownLoadError, 200, SOURCE_NOT_FOUND, 404, ONCE",
            "FailedOperation.EmptyImageError, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.ImageDecodeFailed, 200, UNSUPPORTED_IMAGE, 415, NEVER",
            "FailedOperation.OcrFailed, 200, NOT_RECOGNIZED, 422, ONCE",
            "FailedOperation.UnKnowError, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "FailedOperation.UnOpenError, 200, PROVIDER_BILLING, 502, NEVER",
            "InvalidParameterValue.InvalidParameterValueLimit, 200, INVALID_REQUEST, 400, NEVER",
            "LimitExceeded.TooLargeFileError, 200, IMAGE_TOO_LARGE, 413, NEVER",
            "ResourceUnavailable.InArrears, 200, PROVIDER_BILLING, 502, NEVER",
            "ResourceUnavailable.ResourcePackageRunOut, 200, PROVIDER_BILLING, 502, NEVER",
            "ResourcesSoldOut.ChargeStatusException, 200, PROVIDER_BILLING, 502, NEVER",
            "FailedOperation.ArrearsError, 200, PROVIDER_BILLING, 502, NEVER",
            "FailedOperation.CountLimitError, 200, PROVIDER_BILLING, 502, NEVER",
            "FailedOperation.DetectFailed, 200, NOT_RECOGNIZED, 422, ONCE",
            "FailedOperation.EngineRecognizeTimeout, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "FailedOperation.ImageBlur, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.ImageNoText, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.ImageNoSpecifiedCard, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.NotAppointCard, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.NoVehicleLicenseError, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.ImageSizeTooLarge, 200, IMAGE_TOO_LARGE, 413, NEVER",
            "FailedOperation.LicenseCardSideError, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.CardSideError, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.LicenseMultiCardError, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.MultiCardError, 200, NOT_RECOGNIZED, 422, NEVER",
            "FailedOperation.UnKnowFileTypeError, 200, UNSUPPORTED_IMAGE, 415, NEVER",
            "FailedOperation.WarningServiceFailed, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "FailedOperation.ResponseParseFailed, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "InvalidParameter.EngineImageDecodeFailed, 200, UNSUPPORTED_IMAGE, 415, NEVER",
            // codes of all products
            "AuthFailure.InvalidAuthorization, 200, PROVIDER_AUTH, 502, NEVER",
            "AuthFailure.InvalidSecretId, 200, PROVIDER_AUTH, 502, NEVER",
            "AuthFailure.SecretIdNotFound, 200, PROVIDER_AUTH, 502, NEVER",
            "AuthFailure.SignatureFailure, 200, PROVIDER_AUTH, 502, NEVER",
            "AuthFailure.TokenFailure, 200, PROVIDER_AUTH, 502, NEVER",
            "AuthFailure.MFAFailure, 200, PROVIDER_AUTH, 502, NEVER",
            "AuthFailure.UnauthorizedOperation, 200, PROVIDER_AUTH, 502, NEVER",
            "AuthFailure.SignatureExpire, 200, PROVIDER_AUTH, 502, NEVER",
            "UnauthorizedOperation, 200, PROVIDER_AUTH, 502, NEVER",
            "UnauthorizedOperation.CamNoAuth, 200, PROVIDER_AUTH, 502, NEVER",
            "RequestLimitExceeded, 200, THROTTLED, 429, WITH_BACKOFF",
            "RequestLimitExceeded.GlobalRegionUinLimitExceeded, 200, THROTTLED, 429, WITH_BACKOFF",
            "RequestLimitExceeded.IPLimitExceeded, 200, THROTTLED, 429, WITH_BACKOFF",
            "RequestLimitExceeded.UinLimitExceeded, 200, THROTTLED, 429, WITH_BACKOFF",
            "LimitExceeded, 200, PROVIDER_BILLING, 502, NEVER", "LimitExceeded.FreeQuota, 200, PROVIDER_BILLING, 502, NEVER",
            "InternalError, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "InternalError.Anything, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "ServiceUnavailable, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "InvalidParameter, 200, INVALID_REQUEST, 400, NEVER", "InvalidParameter.X, 200, INVALID_REQUEST, 400, NEVER",
            "InvalidParameterValue, 200, INVALID_REQUEST, 400, NEVER", "MissingParameter, 200, INVALID_REQUEST, 400, NEVER",
            "UnknownParameter, 200, INVALID_REQUEST, 400, NEVER", "InvalidRequest, 200, INVALID_REQUEST, 400, NEVER",
            "RequestSizeLimitExceeded, 200, IMAGE_TOO_LARGE, 413, NEVER",
            "UnsupportedOperation, 200, INVALID_REQUEST, 400, NEVER", "UnsupportedProtocol, 200, INVALID_REQUEST, 400, NEVER",
            "InvalidAction, 200, PROVIDER_FAILURE, 502, NEVER", "NoSuchVersion, 200, PROVIDER_FAILURE, 502, NEVER",
            "NoSuchProduct, 200, PROVIDER_FAILURE, 502, NEVER", "ActionOffline, 200, PROVIDER_FAILURE, 502, NEVER",
            "UnsupportedRegion, 200, PROVIDER_FAILURE, 502, NEVER", "IpInBlacklist, 200, PROVIDER_AUTH, 502, NEVER",
            "IpNotInWhitelist, 200, PROVIDER_AUTH, 502, NEVER", "ResourceNotFound, 200, PROVIDER_BILLING, 502, NEVER",
            "ResourceInUse, 200, PROVIDER_BILLING, 502, NEVER", "ResourceInsufficient, 200, PROVIDER_BILLING, 502, NEVER",
            "ResourceUnavailable, 200, PROVIDER_BILLING, 502, NEVER", "ResourcesSoldOut, 200, PROVIDER_BILLING, 502, NEVER",
            "FailedOperation, 200, PROVIDER_FAILURE, 502, ONCE", "DryRunOperation, 200, PROVIDER_FAILURE, 502, NEVER",
            "ResponseSizeLimitExceeded, 200, PROVIDER_FAILURE, 502, NEVER",
            // unknown codes: by their first part, by status, and never a success
            "FailedOperation.OfTomorrow, 200, PROVIDER_FAILURE, 502, ONCE", "OfTomorrow, 200, PROVIDER_FAILURE, 502, NEVER",
            ", 200, PROVIDER_FAILURE, 502, NEVER", ", 429, THROTTLED, 429, WITH_BACKOFF",
            ", 502, PROVIDER_FAILURE, 502, WITH_BACKOFF", ", 403, PROVIDER_AUTH, 502, NEVER" })
    void shouldMapEveryCode(String code, int answered, FailureCode expected, int status, RetryAdvice retry) {
        Failure failure = TencentErrors.failure(new WireAnswer(answered, MissingNode.getInstance(), null, null, null), code);

        assertThat(failure.code()).isEqualTo(expected);
        assertThat(failure.code().status()).isEqualTo(status);
        assertThat(failure.retry()).isEqualTo(retry);
        assertThat(failure.provider()).isEqualTo("tencent");
        assertThat(failure.providerCode()).isEqualTo(code);
    }
}
