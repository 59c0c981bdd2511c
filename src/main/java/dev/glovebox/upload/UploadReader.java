package dev.glovebox.upload;

import dev.glovebox.trace.Ids;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.document.ProviderTrace;
import dev.glovebox.document.Result;
import dev.glovebox.document.ResultName;
import dev.glovebox.document.Source;
import dev.glovebox.image.Image;
import dev.glovebox.image.UnsupportedImageException;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.recognition.Outcome;
import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.Sequencer;
import dev.glovebox.storage.StorageException;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trigger.StoredObject;
import dev.glovebox.trace.TraceContext;
import io.smallrye.mutiny.Uni;

/**
 * One object to the result next to it, once. The result object is the record of the work: whoever creates it, or replaces one
 * that is stale, reads the image; whoever finds it done does nothing.
 */
@ApplicationScoped
public class UploadReader {

    /** Larger than any result: what lies there and is larger is none of ours. */
    private static final long MAX_RESULT_BYTES = 16L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(UploadReader.class);

    /** What became of an object. */
    public sealed interface Done {

        /** Its result lies next to it, written now or before. */
        record Written(byte[] result) implements Done {
        }

        /** It cannot be read, and no other try will change that. */
        record Failed(Failure failure) implements Done {
        }

        /** It is a result of ours under another name: there is nothing to read in it. */
        record Skipped() implements Done {
        }
    }

    private final ObjectStore home;
    private final StorageSettings settings;
    private final ImageReader reader;
    private final ResultJson results;
    private final InstantSource clock;
    private final Ids ids;

    UploadReader(ObjectStore home, StorageSettings settings, ImageReader reader, ResultJson results, InstantSource clock,
            Ids ids) {
        this.home = home;
        this.settings = settings;
        this.reader = reader;
        this.results = results;
        this.clock = clock;
        this.ids = ids;
        if (!settings.claim()) {
            LOG.warn("glovebox.storage.claim is false: two deliveries of one upload at once may both be paid for");
        }
    }

    /**
     * Reads the object, unless that is done.
     *
     * @return fails where another delivery of the event can help, or an operator must
     */
    Uni<Done> read(ImageTask task, StoredObject object) {
        Upload upload = new Upload(task, object, home.tracedBy(trace(task.trace())));
        // a result that was copied or renamed: its name no longer says so, and another of it would be written, and so on
        return isJson(object.name()) ? upload.store.isMarked(object.name()).onFailure(StorageException.NotFound.class)
                .recoverWithItem(false)
                .flatMap(marked -> marked ? Uni.createFrom().item(new Done.Skipped()) : upload.once())
                : upload.once();
    }

    /** Stores are asked with signed headers; X-Ray's is never signed. */
    private Map<String, String> trace(TraceContext trace) {
        return (settings.traceparent() ? trace : new TraceContext(null, trace.xray())).headers();
    }

    private static boolean isJson(ObjectName name) {
        return name.key().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** One object on its way to its result. */
    private final class Upload {

        private final ImageTask task;
        private final StoredObject object;
        private final ObjectStore store;
        private final ObjectName result;

        Upload(ImageTask task, StoredObject object, ObjectStore store) {
            this.task = task;
            this.object = object;
            this.store = store;
            this.result = object.name().sibling(ResultName.of(object.name().key(), task.type()));
        }

        Uni<Done> once() {
            if (!settings.claim()) {
                return existing().flatMap(found -> found.isEmpty() ? work(null)
                        : unlessDone(found.get(), () -> work(null)));
            }
            byte[] claim = claim();
            return unlessTaken(store.create(result, claim)).flatMap(created -> {
                if (created.isPresent()) {
                    return work(created.get());
                }
                return existing().flatMap(found -> unlessDone(found.orElseThrow(UploadReader::busy),
                        () -> unlessTaken(store.replace(result, claim, found.get().etag()))
                                .flatMap(replaced -> work(replaced.orElseThrow(UploadReader::busy)))));
            });
        }

        /** Empty where there is none. */
        private Uni<Optional<ObjectContent>> existing() {
            return store.get(result, MAX_RESULT_BYTES).map(Optional::of).onFailure(StorageException.NotFound.class)
                    .recoverWithItem(Optional.empty());
        }

        private Uni<Done> unlessDone(ObjectContent found, Supplier<Uni<Done>> work) {
            ResultJson.WorkRecord record = results.workRecord(found.bytes()).orElse(null);
            if (record == null) {
                throw Failure.of(FailureCode.FORBIDDEN_SOURCE, "Where the result belongs lies something else").toException();
            }
            if (record.isClaim()) {
                if (record.expiresAt() != null && clock.instant().isBefore(record.expiresAt())) {
                    throw busy();
                }
                task.observation().tookOver();
                return work.get();
            }
            Source read = record.source();
            if (read != null && (isOf(object, read) || Sequencer.isOlder(object.sequencer(), read.sequencer()))) {
                return Uni.createFrom().item(foundDone(record, found));
            }
            // the event names another version, or none: what counts is what lies there now
            return store.etag(object.name().latest()).onItemOrFailure().transformToUni((current, failure) -> {
                if (failure instanceof StorageException.NotFound gone) {
                    return Uni.createFrom().item(new Done.Failed(Failures.of(gone)));
                }
                if (failure != null) {
                    return Uni.createFrom().failure(failure);
                }
                return read != null && current.equals(read.etag()) ? Uni.createFrom().item(foundDone(record, found))
                        : work.get();
            });
        }

        private Done foundDone(ResultJson.WorkRecord record, ObjectContent found) {
            task.observation().foundDone();
            return done(record, found);
        }

        /** @param claim the entity tag of the claim, null where there is none */
        private Uni<Done> work(String claim) {
            return store.get(object.name(), reader.maxBytes(task.type())).onItemOrFailure()
                    .transformToUni((content, failure) -> {
                        if (failure == null) {
                            return read(content, claim);
                        }
                        if (failure instanceof StorageException.TooLarge large) {
                            return settle(source(object, large.versionId(), large.etag()), Failures.of(large), null, claim);
                        }
                        if (failure instanceof StorageException.NotFound gone) {
                            return settle(source(object, null, null), Failures.of(gone), null, claim);
                        }
                        return Uni.createFrom().failure(failure);
                    }).onFailure().call(() -> release(claim));
        }

        private Uni<Done> read(ObjectContent content, String claim) {
            Source source = source(object, content.versionId(), content.etag());
            Image.Inline image;
            try {
                image = Image.Inline.of(content.bytes());
            } catch (UnsupportedImageException noImage) {
                task.observation().fetched(content.bytes().length);
                return settle(source, Failures.of(noImage), null, claim);
            }
            Source described = ImageReader.source(source, image);
            return reader.recognize(task, image).flatMap(outcome -> switch (outcome) {
                case Outcome.Recognized recognized -> {
                    byte[] json = results.write(reader.succeeded(task, described, recognized));
                    yield write(json, claim, new Done.Written(json));
                }
                case Outcome.Refused refused -> settle(described, refused.failure(), refused.trace(), claim);
            });
        }

        /** What a failure leaves behind: a result where the fault is the image's, nothing where it is not. */
        private Uni<Done> settle(Source source, Failure failure, ProviderTrace trace, String claim) {
            return switch (failure.code().onUpload()) {
                case FINAL_RESULT -> write(
                        results.write(new Result.Failed(task.type(), source, trace, ProblemDetails.of(failure), reader.now())), claim,
                        new Done.Failed(failure));
                case DONE -> release(claim).replaceWith(new Done.Failed(failure));
                case THROWN_BACK -> Uni.createFrom().failure(failure.toException());
            };
        }

        private Uni<Done> write(byte[] json, String claim, Done done) {
            if (claim == null) {
                return store.put(result, json).replaceWith(done);
            }
            return unlessTaken(store.replace(result, json, claim))
                    .flatMap(written -> written.isPresent() ? Uni.createFrom().item(done) : theirs());
        }

        /** The claim had expired and another took it over: a result of theirs is as good as ours, a claim of theirs is not. */
        private Uni<Done> theirs() {
            LOG.warn("A claim expired before its result could be written");
            return existing().map(found -> found
                    .flatMap(content -> results.workRecord(content.bytes()).filter(record -> !record.isClaim())
                            .map(record -> done(record, content)))
                    .orElseThrow(UploadReader::busy));
        }

        private Uni<Void> release(String claim) {
            return claim == null ? Uni.createFrom().voidItem()
                    : store.remove(result, claim).onFailure().recoverWithItem(failure -> {
                        LOG.warnf("A claim could not be released and will expire: %s", failure.getMessage());
                        return null;
                    });
        }

        private byte[] claim() {
            Instant expiresAt = clock.instant().plus(settings.claimTimeout());
            return results.write(new Result.Processing(task.type(),
                    source(object, object.name().versionId(), object.etag()), ids.next(), expiresAt));
        }
    }

    /** Empty where someone else was first. */
    private static Uni<Optional<String>> unlessTaken(Uni<String> write) {
        return write.map(Optional::of).onFailure(StorageException.Conflict.class).recoverWithItem(Optional.empty());
    }

    /** True where the event is of the very version that was read. */
    private static boolean isOf(StoredObject object, Source read) {
        return object.name().versionId() != null && read.versionId() != null
                ? object.name().versionId().equals(read.versionId())
                : object.etag() != null && object.etag().equals(read.etag());
    }

    private static Done done(ResultJson.WorkRecord record, ObjectContent found) {
        return record.failure().<Done> map(Done.Failed::new).orElseGet(() -> new Done.Written(found.bytes()));
    }

    private static Source source(StoredObject object, String versionId, String etag) {
        return new Source(object.name().bucket(), object.name().key(), versionId, etag, object.sequencer(), null, null, null,
                null);
    }

    private static RuntimeException busy() {
        return Failure.of(FailureCode.PROVIDER_UNAVAILABLE, "Another invocation is reading this image").toException();
    }
}
