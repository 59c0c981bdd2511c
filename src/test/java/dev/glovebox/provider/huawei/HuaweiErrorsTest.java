package dev.glovebox.provider.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.WireAnswer;

class HuaweiErrorsTest {

    private static final Map<FailureCode, Integer> STATUS = Map.of(FailureCode.INVALID_REQUEST, 400,
            FailureCode.FORBIDDEN_SOURCE, 403, FailureCode.SOURCE_NOT_FOUND, 404, FailureCode.IMAGE_TOO_LARGE, 413,
            FailureCode.UNSUPPORTED_IMAGE, 415, FailureCode.NOT_RECOGNIZED, 422, FailureCode.THROTTLED, 429,
            FailureCode.PROVIDER_AUTH, 502, FailureCode.PROVIDER_BILLING, 502, FailureCode.PROVIDER_FAILURE, 502);

    @ParameterizedTest
    @ValueSource(ints = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 117, 118, 119, 120, 121, 122 })
    void shouldTakeOtherServicesCodesForAWrongEndpoint(int number) {
        Failure failure = HuaweiErrors.failure(answer(500), "AIS.%04d".formatted(number));

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_FAILURE);
        assertThat(failure.retry()).as("though the status would allow it").isEqualTo(RetryAdvice.NEVER);
    }

    @ParameterizedTest(name = "{0} with status {1} is {2}")
    @CsvSource({
            // the OCR service
            "AIS.0101, 400, INVALID_REQUEST, NEVER", "AIS.0102, 400, UNSUPPORTED_IMAGE, NEVER",
            "AIS.0103, 400, IMAGE_TOO_LARGE, NEVER", "AIS.0104, 400, NOT_RECOGNIZED, NEVER",
            "AIS.0105, 400, NOT_RECOGNIZED, ONCE",
            "AIS.0117, 400, PROVIDER_FAILURE, NEVER", "AIS.0122, 400, PROVIDER_FAILURE, NEVER",
            "AIS.0002, 400, PROVIDER_FAILURE, NEVER", "AIS.0005, 400, PROVIDER_FAILURE, NEVER",
            "AIS.0020, 400, PROVIDER_FAILURE, NEVER",
            // the platform that it runs on
            "ModelArts.0203, 401, PROVIDER_AUTH, WITH_NEW_TOKEN", "ModelArts.4101, 401, PROVIDER_AUTH, WITH_NEW_TOKEN",
            "ModelArts.4102, 401, PROVIDER_AUTH, WITH_NEW_TOKEN", "ModelArts.4103, 401, PROVIDER_AUTH, WITH_NEW_TOKEN",
            "ModelArts.0212, 401, PROVIDER_AUTH, NEVER", "ModelArts.4104, 400, IMAGE_TOO_LARGE, NEVER",
            "ModelArts.4105, 400, PROVIDER_FAILURE, NEVER", "ModelArts.4106, 403, PROVIDER_BILLING, NEVER",
            "ModelArts.6201, 403, PROVIDER_BILLING, NEVER", "ModelArts.4107, 500, PROVIDER_FAILURE, ONCE",
            "ModelArts.4201, 400, PROVIDER_FAILURE, NEVER", "ModelArts.4202, 400, PROVIDER_FAILURE, NEVER",
            "ModelArts.4203, 403, PROVIDER_AUTH, NEVER", "ModelArts.4204, 403, PROVIDER_BILLING, NEVER",
            "ModelArts.4301, 500, PROVIDER_FAILURE, WITH_BACKOFF", "ModelArts.4302, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "ModelArts.4401, 400, THROTTLED, WITH_BACKOFF", "ModelArts.4402, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "ModelArts.4403, 500, PROVIDER_FAILURE, WITH_BACKOFF", "ModelArts.4502, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "ModelArts.4505, 500, PROVIDER_FAILURE, WITH_BACKOFF", "ModelArts.4503, 500, PROVIDER_FAILURE, NEVER",
            "ModelArts.4504, 500, PROVIDER_FAILURE, NEVER", "ModelArts.4506, 500, PROVIDER_FAILURE, NEVER",
            "ModelArts.4508, 500, PROVIDER_FAILURE, ONCE", "ModelArts.4601, 400, INVALID_REQUEST, NEVER",
            "ModelArts.4603, 400, SOURCE_NOT_FOUND, ONCE", "ModelArts.4702, 400, FORBIDDEN_SOURCE, NEVER",
            "ModelArts.4703, 400, INVALID_REQUEST, NEVER", "ModelArts.4704, 400, SOURCE_NOT_FOUND, NEVER",
            "ModelArts.4705, 400, IMAGE_TOO_LARGE, NEVER", "ModelArts.4706, 400, SOURCE_NOT_FOUND, NEVER",
            // the gateway, under both its names
            "APIG.0101, 404, PROVIDER_FAILURE, NEVER", "APIG.0103, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0104, 500, PROVIDER_FAILURE, WITH_BACKOFF", "APIG.0105, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0106, 400, PROVIDER_FAILURE, NEVER", "APIG.0204, 400, PROVIDER_FAILURE, NEVER",
            "APIG.0602, 400, PROVIDER_FAILURE, NEVER", "APIG.0601, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0605, 500, PROVIDER_FAILURE, WITH_BACKOFF", "APIG.0612, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0201, 400, PROVIDER_FAILURE, NEVER", "APIG.0201, 413, IMAGE_TOO_LARGE, NEVER",
            "APIG.0201, 502, PROVIDER_FAILURE, WITH_BACKOFF", "APIG.0201, 504, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0301, 401, PROVIDER_AUTH, WITH_NEW_TOKEN", "APIG.0307, 401, PROVIDER_AUTH, WITH_NEW_TOKEN",
            "APIGW.0301, 401, PROVIDER_AUTH, WITH_NEW_TOKEN", "APIG.0302, 403, PROVIDER_AUTH, NEVER",
            "APIG.0304, 403, PROVIDER_AUTH, NEVER", "APIG.0306, 403, PROVIDER_AUTH, NEVER",
            "APIG.0310, 403, PROVIDER_AUTH, NEVER",
            "APIG.0303, 401, PROVIDER_AUTH, NEVER", "APIG.0305, 401, PROVIDER_AUTH, NEVER",
            "APIG.0308, 429, THROTTLED, WITH_BACKOFF", "APIGW.0308, 429, THROTTLED, WITH_BACKOFF",
            "APIG.0401, 403, PROVIDER_AUTH, NEVER", "APIG.0404, 403, PROVIDER_AUTH, NEVER",
            "APIG.0501, 405, PROVIDER_BILLING, NEVER", "APIG.0502, 405, PROVIDER_BILLING, NEVER",
            "APIG.0610, 502, PROVIDER_FAILURE, WITH_BACKOFF", "APIG.0613, 503, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0402, 403, PROVIDER_AUTH, NEVER", "APIG.0606, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0607, 500, PROVIDER_FAILURE, WITH_BACKOFF", "APIG.0608, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0609, 500, PROVIDER_FAILURE, WITH_BACKOFF", "APIG.0611, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "APIG.0201, 414, PROVIDER_FAILURE, NEVER", "APIG.0201, 494, PROVIDER_FAILURE, NEVER",
            "APIG.0201, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            // unknown codes: by status, and never a success
            "Unknown.1, 400, PROVIDER_FAILURE, NEVER", "Unknown.1, 401, PROVIDER_AUTH, WITH_NEW_TOKEN",
            "Unknown.1, 403, PROVIDER_AUTH, NEVER", "Unknown.1, 408, PROVIDER_FAILURE, WITH_BACKOFF",
            "Unknown.1, 429, THROTTLED, WITH_BACKOFF", "Unknown.1, 500, PROVIDER_FAILURE, WITH_BACKOFF",
            "Unknown.1, 200, PROVIDER_FAILURE, NEVER", ", 502, PROVIDER_FAILURE, WITH_BACKOFF" })
    void shouldMapEveryCode(String code, int status, FailureCode expected, RetryAdvice retry) {
        Failure failure = HuaweiErrors.failure(answer(status), code);

        assertThat(failure.code()).isEqualTo(expected);
        assertThat(failure.code().status()).isEqualTo(STATUS.get(expected));
        assertThat(failure.retry()).isEqualTo(retry);
        assertThat(failure.providerCode()).isEqualTo(code);
        assertThat(failure.provider()).isEqualTo("huawei");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    private static WireAnswer answer(int status) {
        return new WireAnswer(status, MissingNode.getInstance(), null, Duration.ofSeconds(3), null);
    }
}
