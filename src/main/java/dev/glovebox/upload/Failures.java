package dev.glovebox.upload;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.image.UnsupportedImageException;
import dev.glovebox.storage.StorageException;

/** Maps the exceptions of the packages below to the failure taxonomy. */
public final class Failures {

    private Failures() {
    }

    /** Returns the failure of an exception. The failure of an unknown exception says nothing about its cause. */
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case FailureException known -> known.failure();
            case UnsupportedImageException e -> Failure.of(FailureCode.UNSUPPORTED_IMAGE, e.getMessage());
            case StorageException.NotFound e -> Failure.of(FailureCode.SOURCE_NOT_FOUND, e.getMessage());
            case StorageException.TooLarge e -> Failure.of(FailureCode.IMAGE_TOO_LARGE, e.getMessage());
            case StorageException.Forbidden e -> Failure.of(FailureCode.FORBIDDEN_SOURCE, e.getMessage());
            case StorageException e -> Failure.of(FailureCode.STORAGE_FAILURE, e.getMessage());
            default -> Failure.of(FailureCode.PROVIDER_FAILURE, "The function itself failed");
        };
    }

    /** Returns the failure of an invocation whose deadline has passed. */
    public static RuntimeException outOfTime() {
        return Failure.of(FailureCode.TIMEOUT, "The time of the invocation ran out").toException();
    }

    /** Returns true for an exception that a rule names. Any other is a defect, and its stack trace belongs into the log. */
    public static boolean isKnown(Throwable thrown) {
        return thrown instanceof FailureException || thrown instanceof UnsupportedImageException
                || thrown instanceof StorageException;
    }
}
