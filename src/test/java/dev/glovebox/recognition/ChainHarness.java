package dev.glovebox.recognition;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.testing.VirtualTime;

/** A chain of two providers in virtual time. The second one accepts larger images and PNG. */
final class ChainHarness {

    static final Duration PLENTY = Duration.ofSeconds(30);

    final VirtualTime time = new VirtualTime();
    final ScriptedProvider first = new ScriptedProvider("first",
            new ImageLimits(15, 4096, 4000, Set.of(ImageFormat.JPEG)));
    final ScriptedProvider second = new ScriptedProvider("second",
            new ImageLimits(15, 8000, 8000, Set.of(ImageFormat.JPEG, ImageFormat.PNG)));
    final Recognizer recognizer = new Recognizer(type -> List.of(first, second),
            new Timing(time, time::nanos, time), new Random(1));

    static Image image(ImageFormat format, int width, int height) {
        return new Image.Inline(new byte[10], new ImageHeader(format, width, height));
    }

    static Image jpeg() {
        return image(ImageFormat.JPEG, 100, 100);
    }

    Outcome recognize(Image image, Duration left) {
        CompletableFuture<Outcome> outcome = recognizer
                .recognize(new OcrRequest(DocumentType.VIN, image, new ReadOptions(LicenseSide.BOTH, true)),
                        Deadline.after(left, time))
                .subscribeAsCompletionStage();
        time.advanceUntilDone(outcome);
        return outcome.join();
    }

    Outcome.Recognized read(Image image) {
        return (Outcome.Recognized) recognize(image, PLENTY);
    }

    Outcome.Refused refuse(Image image, Duration left) {
        return (Outcome.Refused) recognize(image, left);
    }

    Outcome.Refused refuse(Image image) {
        return refuse(image, PLENTY);
    }
}
