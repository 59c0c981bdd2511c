package dev.glovebox.provider.tencentclassic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.WireAnswer;

class TencentClassicErrorsTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({ "400, 200, INVALID_REQUEST, 400, NEVER", "401, 200, PROVIDER_AUTH, 502, NEVER",
            "403, 200, PROVIDER_AUTH, 502, NEVER", "404, 200, PROVIDER_FAILURE, 502, NEVER",
            "424, 200, PROVIDER_FAILURE, 502, NEVER", "411, 200, PROVIDER_FAILURE, 502, NEVER",
            "413, 200, IMAGE_TOO_LARGE, 413, NEVER", "500, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "502, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF", "503, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "504, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF", "-1102, 200, UNSUPPORTED_IMAGE, 415, NEVER",
            "-1300, 200, UNSUPPORTED_IMAGE, 415, NEVER", "-1301, 200, INVALID_REQUEST, 400, NEVER",
            "-1304, 200, INVALID_REQUEST, 400, NEVER", "-9003, 200, NOT_RECOGNIZED, 422, ONCE",
            "3, 200, PROVIDER_BILLING, 502, NEVER", "4, 200, PROVIDER_AUTH, 502, NEVER", "5, 200, PROVIDER_AUTH, 502, NEVER",
            "6, 200, PROVIDER_AUTH, 502, NEVER", "10, 200, PROVIDER_AUTH, 502, NEVER", "11, 200, PROVIDER_AUTH, 502, NEVER",
            "12, 200, PROVIDER_AUTH, 502, NEVER", "14, 200, PROVIDER_AUTH, 502, NEVER", "16, 200, PROVIDER_AUTH, 502, NEVER",
            "9, 200, PROVIDER_AUTH, 502, NEVER", "13, 200, PROVIDER_AUTH, 502, NEVER",
            "15, 200, THROTTLED, 429, WITH_BACKOFF", "21, 200, INVALID_REQUEST, 400, NEVER",
            "23, 200, IMAGE_TOO_LARGE, 413, NEVER", "24, 200, PROVIDER_AUTH, 502, NEVER",
            "25, 200, PROVIDER_BILLING, 502, NEVER", "107, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "108, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF", "213, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            "-5208, 200, PROVIDER_FAILURE, 502, WITH_BACKOFF", "-1308, 200, SOURCE_NOT_FOUND, 404, ONCE",
            "-1400, 200, UNSUPPORTED_IMAGE, 415, NEVER", "-1403, 200, SOURCE_NOT_FOUND, 404, NEVER",
            "-9001, 200, UNSUPPORTED_IMAGE, 415, NEVER", "-9005, 200, UNSUPPORTED_IMAGE, 415, NEVER",
            "-9021, 200, NOT_RECOGNIZED, 422, NEVER", "-9702, 200, NOT_RECOGNIZED, 422, NEVER",
            "-9002, 200, NOT_RECOGNIZED, 422, ONCE", "-9006, 200, NOT_RECOGNIZED, 422, ONCE",
            // the same codes as HTTP statuses, without a code in the body
            ", 400, INVALID_REQUEST, 400, NEVER", ", 401, PROVIDER_AUTH, 502, NEVER", ", 403, PROVIDER_AUTH, 502, NEVER",
            ", 404, PROVIDER_FAILURE, 502, NEVER", ", 411, PROVIDER_FAILURE, 502, NEVER", ", 413, IMAGE_TOO_LARGE, 413, NEVER",
            ", 424, PROVIDER_FAILURE, 502, NEVER", ", 500, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            ", 504, PROVIDER_FAILURE, 502, WITH_BACKOFF",
            // unknown codes
            "-31337, 200, PROVIDER_FAILURE, 502, NEVER", "1, 200, PROVIDER_FAILURE, 502, NEVER" })
    void shouldMapEveryCode(String code, int answered, FailureCode expected, int status, RetryAdvice retry) {
        Failure failure = TencentClassicErrors
                .failure(new WireAnswer(answered, MissingNode.getInstance(), null, null, null), code);

        assertThat(failure.code()).isEqualTo(expected);
        assertThat(failure.code().status()).isEqualTo(status);
        assertThat(failure.retry()).isEqualTo(retry);
        assertThat(failure.provider()).isEqualTo("tencent-classic");
        assertThat(failure.providerCode()).isEqualTo(code);
    }
}
