package dev.glovebox.upload;

import java.time.InstantSource;

import dev.glovebox.document.ReviewRule;
import dev.glovebox.recognition.Recognizer;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trace.Ids;

/** Makes upload readers for tests that need no application. Results that violate their schema fail. */
public final class UploadReaders {

    private UploadReaders() {
    }

    public static UploadReader of(ObjectStore store, StorageSettings settings, Recognizer recognizer, InstantSource clock,
            Ids ids) {
        ResultJson json = new ResultJsonOfTests();
        StoredResults stored = new StoredResults(json, clock);
        ImageReader images = new ImageReader(recognizer, clock, new ReviewRule(0), () -> false);
        return new UploadReader(store, settings, new ClaimProtocol(settings, stored, json, clock, ids),
                new ClaimedUploadReader(images, json));
    }
}
