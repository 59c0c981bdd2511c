package dev.glovebox.function;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.image.UrlHosts;
import dev.glovebox.provider.Defect;
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trigger.CallOptions;
import dev.glovebox.trigger.CalledImage;
import dev.glovebox.trigger.StoredObject;
import dev.glovebox.trigger.Trigger;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The one path of every call, whichever binding it came by. */
@ApplicationScoped
class FunctionPath {

    private static final Logger LOG = Logger.getLogger(FunctionPath.class);

    private final GloveboxSettings settings;
    private final Set<String> buckets;
    private final UrlHosts urlHosts;
    private final ImageReader reader;
    private final UploadReader uploads;
    private final ResultJson results;
    private final InstantSource clock;

    FunctionPath(GloveboxSettings settings, StorageSettings storage, UrlHosts urlHosts, ImageReader reader,
            UploadReader uploads, ResultJson results, InstantSource clock) {
        this.settings = settings;
        this.buckets = storage.buckets().orElse(Set.of());
        this.urlHosts = urlHosts;
        this.reader = reader;
        this.uploads = uploads;
        this.results = results;
        this.clock = clock;
    }

    /**
     * Does what the trigger asks for.
     *
     * @return the result of a call as JSON, nothing for uploads and pings; fails where the caller must know of it, or the
     *         platform is to deliver the event again
     */
    Uni<Optional<byte[]>> run(DocumentType type, Trigger trigger, Invocation invocation) {
        Duration left = Duration.between(clock.instant(), invocation.deadline());
        if (!left.isPositive()) {
            throw outOfTime();
        }
        return dispatch(type, trigger, invocation).ifNoItem().after(left).failWith(FunctionPath::outOfTime);
    }

    private static RuntimeException outOfTime() {
        return Failure.of(FailureCode.TIMEOUT, "The time of the invocation ran out").toException();
    }

    private Uni<Optional<byte[]>> dispatch(DocumentType type, Trigger trigger, Invocation invocation) {
        return switch (trigger) {
            case Trigger.Call call -> call(type, call, invocation);
            case Trigger.Uploads upload -> uploads(type, upload, invocation);
            case Trigger.Ping ping -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Optional<byte[]>> call(DocumentType type, Trigger.Call call, Invocation invocation) {
        ReadOptions options = options(call.options());
        return switch (call.image()) {
            case CalledImage.Bytes bytes -> answer(type, Image.Inline.of(bytes.bytes()), options, invocation);
            case CalledImage.Link link -> {
                if (!urlHosts.allow(link.url())) {
                    throw Failure.of(FailureCode.FORBIDDEN_SOURCE, "The URL's host is not allowed (glovebox.image.url-hosts)")
                            .toException();
                }
                yield answer(type, new Image.Remote(link.url()), options, invocation);
            }
            case CalledImage.Stored stored -> {
                checkBucket(stored.object());
                yield uploads.read(type, stored.object(), options, invocation).map(done -> switch (done) {
                    case UploadReader.Done.Written written -> Optional.of(written.result());
                    case UploadReader.Done.Failed failed -> throw failed.failure().toException();
                });
            }
        };
    }

    private Uni<Optional<byte[]>> answer(DocumentType type, Image image, ReadOptions options, Invocation invocation) {
        return reader.answer(type, image, options, invocation).map(result -> Optional.of(results.write(result)));
    }

    /** All of them, though one fails: what could be done is done, and found done when the event is delivered again. */
    private Uni<Optional<byte[]>> uploads(DocumentType type, Trigger.Uploads upload, Invocation invocation) {
        if (invocation.caller() == Invocation.Caller.HTTP) {
            upload.objects().forEach(this::checkBucket);
        }
        ReadOptions options = options(CallOptions.NONE);
        List<Throwable> thrown = new ArrayList<>();
        return Multi.createFrom().iterable(upload.objects())
                .onItem().transformToUniAndConcatenate(object -> uploads.read(type, object, options, invocation).onFailure()
                        .recoverWithItem(failure -> {
                            thrown.add(failure);
                            return null;
                        }))
                .collect().last().invoke(last -> thrown.stream().skip(1).forEach(FunctionPath::report))
                .flatMap(last -> thrown.isEmpty() ? Uni.createFrom().item(Optional.empty())
                        : Uni.createFrom().failure(thrown.get(0)));
    }

    /** The first is thrown, and told by whoever called: the others are told here. */
    private static void report(Throwable failure) {
        if (Failures.isKnown(failure)) {
            LOG.warnf("An upload was not read: %s", Failures.of(failure).toException().getMessage());
        } else {
            LOG.error("An upload was not read", Defect.of(failure));
        }
    }

    private void checkBucket(StoredObject object) {
        if (!buckets.contains(object.name().bucket())) {
            throw Failure.of(FailureCode.FORBIDDEN_SOURCE, "The bucket is not allowed (glovebox.storage.buckets)")
                    .toException();
        }
    }

    private ReadOptions options(CallOptions chosen) {
        GloveboxSettings.VehicleLicense defaults = settings.vehicleLicense();
        return new ReadOptions(chosen.side().orElseGet(defaults::side),
                chosen.issuingAuthority().orElseGet(defaults::returnIssuingAuthority));
    }
}
