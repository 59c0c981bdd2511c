package dev.glovebox.upload;

import dev.glovebox.image.UnsupportedImageException;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.storage.StorageException;
import dev.glovebox.trigger.InvalidTriggerException;

/** Whatever a package below throws, in the words of the taxonomy. */
public final class Failures {

    private Failures() {
    }

    /** The failure that stands for it; for what no rule names, one that says nothing of the cause. */
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case FailureException known -> known.failure();
            case InvalidTriggerException e -> Failure.of(FailureCode.INVALID_REQUEST, e.getMessage());
            case UnsupportedImageException e -> Failure.of(FailureCode.UNSUPPORTED_IMAGE, e.getMessage());
            case StorageException.NotFound e -> Failure.of(FailureCode.SOURCE_NOT_FOUND, e.getMessage());
            case StorageException.TooLarge e -> Failure.of(FailureCode.IMAGE_TOO_LARGE, e.getMessage());
            case StorageException.Forbidden e -> Failure.of(FailureCode.FORBIDDEN_SOURCE, e.getMessage());
            case StorageException e -> Failure.of(FailureCode.PROVIDER_UNAVAILABLE, e.getMessage());
            default -> Failure.of(FailureCode.PROVIDER_FAILURE, "The function itself failed");
        };
    }

    /** That there is no time left to wait for anything. */
    static RuntimeException outOfTime() {
        return Failure.of(FailureCode.TIMEOUT, "The time of the invocation ran out").toException();
    }

    /** True where a rule names it: what is not so is a defect, and worth a stack trace in the log. */
    public static boolean isKnown(Throwable thrown) {
        return thrown instanceof FailureException || thrown instanceof InvalidTriggerException
                || thrown instanceof UnsupportedImageException || thrown instanceof StorageException;
    }
}
