package dev.glovebox.recognition;

import java.util.Optional;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;

/** Checks images against the limits of providers. A provider would refuse such an image, perhaps for money. */
final class ImageCheck {

    private ImageCheck() {
    }

    /** Returns the failure of an image that exceeds the provider's limits. Empty if it fits, or if its bytes are elsewhere. */
    static Optional<Failure> failure(OcrProvider provider, OcrRequest request) {
        if (!(request.image() instanceof Image.Inline image)) {
            return Optional.empty();
        }
        return provider.limits(request.type()).flatMap(limits -> limits.findViolation(image))
                .map(violation -> Failure.of(code(violation), violation.message()));
    }

    private static FailureCode code(ImageLimits.Violation violation) {
        return switch (violation) {
            case ImageLimits.Violation.WrongFormat format -> FailureCode.UNSUPPORTED_IMAGE;
            case ImageLimits.Violation.TooLarge large -> FailureCode.IMAGE_TOO_LARGE;
            case ImageLimits.Violation.TooSmall small -> FailureCode.NOT_RECOGNIZED;
        };
    }
}
