package dev.glovebox.function;

import dev.glovebox.settings.GloveboxSettings;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.image.UrlHosts;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trigger.CalledImage;
import dev.glovebox.trigger.StoredObject;

/** What may be read for whom. */
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

    /** @throws dev.glovebox.failure.FailureException where the URL's host is not on the list */
    void check(CalledImage.Link link) {
        if (!urlHosts.allow(link.url())) {
            throw Failure.of(FailureCode.FORBIDDEN_SOURCE, "The URL's host is not allowed (glovebox.image.url-hosts)")
                    .toException();
        }
    }

    /** @throws dev.glovebox.failure.FailureException where a caller names a bucket that is not on the list */
    void check(StoredObject object, Invocation invocation) {
        if (invocation.caller() == Invocation.Caller.HTTP && !buckets.contains(object.name().bucket())) {
            throw Failure.of(FailureCode.FORBIDDEN_SOURCE, "The bucket is not allowed (glovebox.storage.buckets)")
                    .toException();
        }
    }

    /** False for an upload that the settings leave out. */
    boolean isImage(StoredObject object) {
        String key = object.name().key().toLowerCase(Locale.ROOT);
        return suffixes.isEmpty() || suffixes.stream().anyMatch(key::endsWith);
    }
}
