package dev.glovebox.function;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.UrlHosts;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.storage.StoredObject;
import dev.glovebox.trigger.ImageSource;

/** Decides which buckets, hosts and keys may be read. */
@ApplicationScoped
class SourceRules {

    private final Set<String> buckets;
    private final UrlHosts urlHosts;
    private final List<String> suffixes;

    SourceRules(StorageSettings storage, UrlHosts urlHosts, GloveboxSettings settings) {
        this.buckets = storage.buckets().orElse(Set.of());
        this.urlHosts = urlHosts;
        this.suffixes = settings.trigger().suffixes().orElse(List.of()).stream()
                .map(suffix -> suffix.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** @throws dev.glovebox.failure.FailureException if the URL's host is not allowed */
    void check(ImageSource.Url image) {
        if (!urlHosts.allows(image.url())) {
            throw Failure.of(FailureCode.FORBIDDEN_SOURCE, "The URL's host is not allowed (glovebox.image.url-hosts)")
                    .toException();
        }
    }

    /** @throws dev.glovebox.failure.FailureException if an HTTP caller names a bucket that is not allowed */
    void check(StoredObject object, Invocation.Caller caller) {
        if (caller == Invocation.Caller.HTTP && !buckets.contains(object.name().bucket())) {
            throw Failure.of(FailureCode.FORBIDDEN_SOURCE, "The bucket is not allowed (glovebox.storage.buckets)")
                    .toException();
        }
    }

    /** Returns false for an object that {@code glovebox.trigger.suffixes} excludes under each of its names. */
    boolean isImage(StoredObject object) {
        return hasSuffix(object.name()) || object.alternative() != null && hasSuffix(object.alternative());
    }

    private boolean hasSuffix(ObjectName object) {
        String key = object.key().toLowerCase(Locale.ROOT);
        return suffixes.isEmpty() || suffixes.stream().anyMatch(key::endsWith);
    }
}
