package dev.glovebox.sandbox;

import java.util.Map;
import java.util.UUID;

/** Error answers of Tencent's Cloud API 3.0: always status 200, with a code. */
final class TencentRefusals {

    private TencentRefusals() {
    }

    static Refusal of(String code) {
        return new Refusal(Answer.ok(Map.of("Response",
                Map.of("Error", Map.of("Code", code, "Message", "Refused by the sandbox"), "RequestId", newRequestId()))));
    }

    static Refusal of(ImageProblem problem) {
        return of(switch (problem.kind()) {
            case BAD_URL, NOT_FETCHED -> "FailedOperation.DownLoadError";
            case NOT_AN_IMAGE, BROKEN -> "FailedOperation.ImageDecodeFailed";
        });
    }

    static String newRequestId() {
        return UUID.randomUUID().toString();
    }
}
