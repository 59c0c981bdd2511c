package dev.glovebox.failure;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of failures, from the caller's point of view. */
public enum FailureCode {
    INVALID_REQUEST("invalid-request", 400, false, OnUpload.THROWN_BACK, "The request or event cannot be understood"),
    FORBIDDEN_SOURCE("forbidden-source", 403, false, OnUpload.THROWN_BACK, "The bucket or host is not allowed"),
    SOURCE_NOT_FOUND("source-not-found", 404, false, OnUpload.DONE, "The object or URL is gone"),
    IMAGE_TOO_LARGE("image-too-large", 413, false, OnUpload.FINAL_RESULT,
            "The image has more bytes or pixels than any provider takes"),
    UNSUPPORTED_IMAGE("unsupported-image", 415, false, OnUpload.FINAL_RESULT,
            "The image is not JPEG, PNG, BMP or TIFF, or it is broken"),
    NOT_RECOGNIZED("not-recognized", 422, false, OnUpload.FINAL_RESULT,
            "The image does not show the document, or too poorly to be read"),
    THROTTLED("throttled", 429, true, OnUpload.THROWN_BACK, "The provider asks for fewer calls"),
    PROVIDER_AUTH("provider-auth", 502, false, OnUpload.THROWN_BACK, "The provider refuses the credentials"),
    PROVIDER_BILLING("provider-billing", 502, false, OnUpload.THROWN_BACK,
            "The provider's service is not subscribed, in arrears or used up"),
    PROVIDER_FAILURE("provider-failure", 502, true, OnUpload.THROWN_BACK, "The provider failed"),
    PROVIDER_UNAVAILABLE("provider-unavailable", 503, true, OnUpload.THROWN_BACK, "No provider can be called now"),
    STORAGE_FAILURE("storage-failure", 503, true, OnUpload.THROWN_BACK,
            "The store failed, refused a request or has no such bucket"),
    OVERLOADED("overloaded", 503, true, OnUpload.THROWN_BACK, "The instance has no memory for another image now"),
    TIMEOUT("timeout", 504, true, OnUpload.THROWN_BACK, "The time for an answer ran out");

    /** What happens to an uploaded image after such a failure. */
    public enum OnUpload {
        /** The failure is thrown back: the platform redelivers the event or moves it to the dead-letter queue. */
        THROWN_BACK,
        /** The event counts as processed. Glovebox writes no result. */
        DONE,
        /** The image itself causes the failure: Glovebox writes the failure as the result. */
        FINAL_RESULT
    }

    private final String id;
    private final int status;
    private final boolean retryable;
    private final OnUpload onUpload;
    private final String title;

    FailureCode(String id, int status, boolean retryable, OnUpload onUpload, String title) {
        this.id = id;
        this.status = status;
        this.retryable = retryable;
        this.onUpload = onUpload;
        this.title = title;
    }

    /** Returns the code with that id, or empty. */
    public static Optional<FailureCode> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }

    /** Returns the stable id in answers, results and logs. */
    public String id() {
        return id;
    }

    /** Returns the HTTP status of an answer with this failure. */
    public int status() {
        return status;
    }

    /** Returns true if the same request may succeed later without a change by an operator. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Returns what happens to an uploaded image after this failure. */
    public OnUpload onUpload() {
        return onUpload;
    }

    /** Returns the meaning of the code, for people. */
    public String title() {
        return title;
    }
}
