package dev.glovebox.upload;

import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StorageException;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.storage.StoredObject;
import dev.glovebox.trace.TraceContext;
import io.smallrye.mutiny.Uni;

/** Reads an object and writes its result next to it. Each version of an object is read, and paid for, once. */
@ApplicationScoped
public class UploadReader {

    private final ObjectStore store;
    private final StorageSettings settings;
    private final ClaimProtocol claims;
    private final ClaimedUploadReader reader;

    UploadReader(ObjectStore store, StorageSettings settings, ClaimProtocol claims, ClaimedUploadReader reader) {
        this.store = store;
        this.settings = settings;
        this.claims = claims;
        this.reader = reader;
    }

    /** Returns the size in bytes of the largest object that is read. */
    public long maxBytes(DocumentType type) {
        return reader.maxBytes(type);
    }

    /**
     * Reads the object, unless its result exists.
     *
     * @return fails if another delivery of the event or an operator can help
     */
    public Uni<UploadOutcome> read(ImageTask task, StoredObject object) {
        return readByName(task, object).flatMap(outcome -> object.alternative() != null && isMissing(outcome)
                ? readByName(task, object.underAlternative())
                : Uni.createFrom().item(outcome));
    }

    private static boolean isMissing(UploadOutcome outcome) {
        return outcome instanceof UploadOutcome.Failed failed && failed.failure().code() == FailureCode.SOURCE_NOT_FOUND;
    }

    private Uni<UploadOutcome> readByName(ImageTask task, StoredObject object) {
        Upload upload = new Upload(task, object, store.tracedBy(traceHeaders(task.trace())));
        return isResult(upload).flatMap(result -> result ? Uni.createFrom().item(new UploadOutcome.Skipped())
                : claims.acquire(upload).flatMap(outcome -> switch (outcome) {
                    case ClaimOutcome.Acquired acquired -> reader.read(acquired.claim());
                    case ClaimOutcome.Done done -> Uni.createFrom().item(done.outcome());
                    case ClaimOutcome.Busy busy -> Uni.createFrom().failure(busy.failure().toException());
                }));
    }

    /** A copied or renamed result is known only by its metadata. Reading it would write a result of the result, and so on. */
    private static Uni<Boolean> isResult(Upload upload) {
        boolean mayBeResult = upload.object().name().key().toLowerCase(Locale.ROOT).endsWith(".json");
        return mayBeResult ? upload.store().isMarked(upload.object().name()).onFailure(StorageException.NotFound.class)
                .recoverWithItem(false) : Uni.createFrom().item(false);
    }

    /** Requests to the store are signed with their headers; X-Ray's header is never signed. */
    private Map<String, String> traceHeaders(TraceContext trace) {
        return (settings.traceparent() ? trace : new TraceContext(null, trace.xray())).headers();
    }
}
