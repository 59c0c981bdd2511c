package dev.glovebox.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.Result;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trace.Ids;

/** Makes claims. */
@ApplicationScoped
class ClaimFactory {

    private final StorageSettings settings;
    private final ResultJson json;
    private final InstantSource clock;
    private final Ids ids;

    ClaimFactory(StorageSettings settings, ResultJson json, InstantSource clock, Ids ids) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param unwrittenAnswers how many claims in a row have expired without a result */
    NewClaim create(Upload upload, int unwrittenAnswers) {
        String id = ids.next();
        Duration lifetime = UnwrittenLimit.isExceeded(unwrittenAnswers) ? UnwrittenLimit.PAUSE : settings.claimTimeout();
        Instant expiresAt = clock.instant().plus(lifetime);
        return new NewClaim(id, json.write(new Result.Processing(upload.task().type(),
                upload.source(upload.object().name().versionId(), upload.object().etag()), id, expiresAt, unwrittenAnswers)));
    }
}
