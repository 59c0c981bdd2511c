package dev.glovebox.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.async.Renewable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Loads secrets from the stores that settings refer to.
 *
 * <p>
 * Thread-safe. Stores are called on the default worker pool, and no lock is held during a call. Callers that load the same
 * secret with {@link Age#RECENT} wait for the same call. A caller that cancels does not cancel the call for the others.
 */
@ApplicationScoped
public class Secrets {

    /** How old a secret may be. */
    public enum Age {
        /**
         * A secret that was loaded within the last ten seconds is good enough: at a start, several callers load the same one.
         */
        RECENT,
        /** The store is called now. */
        FRESH
    }

    private static final Duration RECENT_TIME = Duration.ofSeconds(10);

    /** The whole text that a store holds under one name. */
    private record LoadedText(String text, Instant loadedAt) {

        Instant recentUntil() {
            return loadedAt.plus(RECENT_TIME);
        }

        /** Returns no secret. */
        @Override
        public String toString() {
            return "LoadedText";
        }
    }

    private final SecretStores stores;
    private final SecretMembers members;
    private final InstantSource clock;
    /** The texts of AWS' stores by their ids. Files are not cached: they are read each time. */
    private final Map<String, Renewable<LoadedText>> recent = new ConcurrentHashMap<>();

    /** Creates the loader; calls no store. */
    @Inject
    public Secrets(SecretSettings settings, ObjectMapper json, InstantSource clock) {
        this.stores = new SecretStores(settings, json);
        this.members = new SecretMembers(json);
        this.clock = clock;
    }

    /** Returns true if all references are values, so that no store is called. */
    public static boolean areValues(List<SecretReference> references) {
        return references.stream().allMatch(SecretReference.Value.class::isInstance);
    }

    /**
     * Loads secrets. If several of them are members of one JSON object, the store is called once, so that they belong
     * together. Stores are called one after the other, in the order of the references.
     *
     * @param age how old the secrets may be
     * @return one secret for each reference, in their order; fails with a {@link SecretException}
     */
    public Uni<List<String>> load(List<SecretReference> references, Age age) {
        if (areValues(references)) {
            return Uni.createFrom().item(secrets(references, Map.of()));
        }
        Map<String, SecretReference.Stored> stored = new LinkedHashMap<>();
        for (SecretReference reference : references) {
            if (reference instanceof SecretReference.Stored inStore) {
                stored.putIfAbsent(inStore.textId(), inStore);
            }
        }
        Uni<Map<String, String>> texts = Uni.createFrom().item(HashMap::new);
        for (SecretReference.Stored next : stored.values()) {
            texts = texts.flatMap(loaded -> text(next, age).invoke(text -> loaded.put(next.textId(), text))
                    .replaceWith(loaded));
        }
        return texts.map(loaded -> secrets(references, loaded));
    }

    private Uni<String> text(SecretReference.Stored stored, Age age) {
        if (stored.store() == SecretStore.FILE) {
            return onWorker(() -> stores.text(stored));
        }
        if (age == Age.FRESH) {
            // replaces a load that may have begun before the secret changed
            recent.put(stored.textId(), notLoaded(stored));
        }
        return recent.computeIfAbsent(stored.textId(), absent -> notLoaded(stored)).get().map(LoadedText::text);
    }

    private Renewable<LoadedText> notLoaded(SecretReference.Stored stored) {
        return new Renewable<>(old -> onWorker(() -> new LoadedText(stores.text(stored), clock.instant())),
                new Renewable.Rules<>(LoadedText::recentUntil, LoadedText::recentUntil, failure -> false), clock);
    }

    private static <T> Uni<T> onWorker(Supplier<T> call) {
        return Uni.createFrom().item(call).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<String> secrets(List<SecretReference> references, Map<String, String> texts) {
        return references.stream().map(reference -> secret(reference, texts)).toList();
    }

    private String secret(SecretReference reference, Map<String, String> texts) {
        return switch (reference) {
            case SecretReference.Value value -> value.value();
            case SecretReference.Stored stored -> checked(stored.key(),
                    SecretText.trim(members.secret(texts.get(stored.textId()), stored.member())));
        };
    }

    private static String checked(String key, String secret) {
        SecretText.problem(key, secret).ifPresent(problem -> {
            throw new SecretException(problem, false);
        });
        return secret;
    }
}
