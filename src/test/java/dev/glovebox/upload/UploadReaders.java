package dev.glovebox.upload;

import java.time.InstantSource;
import java.util.Random;

import dev.glovebox.async.Timer;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.image.ImageSizeLimit;
import dev.glovebox.recognition.Recognizer;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trace.Ids;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Makes upload readers for tests that need no application. Results that violate their schema fail. */
public final class UploadReaders {

    private UploadReaders() {
    }

    public static UploadReader of(ObjectStore store, StorageSettings settings, Recognizer recognizer, InstantSource clock,
            Ids ids) {
        return of(store, settings, recognizer, clock, ids, new Timer(Infrastructure::getDefaultWorkerPool));
    }

    /** Returns a reader whose pauses the timer makes. */
    public static UploadReader of(ObjectStore store, StorageSettings settings, Recognizer recognizer, InstantSource clock,
            Ids ids, Timer timer) {
        return of(store, settings, recognizer, new Sources(clock, ids, timer), new ResultJsonOfTests());
    }

    /** The sources of time and ids. */
    record Sources(InstantSource clock, Ids ids, Timer timer) {
    }

    static UploadReader of(ObjectStore store, StorageSettings settings, Recognizer recognizer, Sources sources,
            ResultJson json) {
        InstantSource clock = sources.clock();
        Timer timer = sources.timer();
        StoredResults stored = new StoredResults(settings, json, clock);
        ImageReader images = new ImageReader(recognizer, clock, new ReviewRule(0), () -> false,
                new ImageSizeLimit(10 << 20));
        ClaimStrategies strategies = new ClaimStrategies(settings, new ConditionalClaims(),
                new ReadBackClaims(stored, clock, new Random(1), timer));
        UnwrittenAnswers unwritten = new UnwrittenAnswers();
        ClaimProtocol claims = new ClaimProtocol(strategies, new ClaimFactory(settings, json, clock, sources.ids()), stored,
                unwritten,
                clock);
        return new UploadReader(store, settings, claims,
                new ClaimedUploadReader(claims, new AnswerWriter(strategies, stored, unwritten, timer), images, json));
    }
}
