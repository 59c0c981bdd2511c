package dev.glovebox.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Loads secrets from where settings say that they are. */
@ApplicationScoped
public class Secrets {

    /** How old a secret may be. */
    public enum Age {
        /** What was loaded a moment ago will do: in a start several ask for the same. */
        RECENT,
        /** As it is now. */
        FRESH
    }

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private record Loaded(String text, Instant at) {

        @Override
        public String toString() {
            return "Loaded";
        }
    }

    private final SecretSettings settings;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Map<String, Loaded> recent = new ConcurrentHashMap<>();

    @Inject
    public Secrets(SecretSettings settings, ObjectMapper json, InstantSource clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** True where all are values themselves: there is nothing to be loaded. */
    public static boolean areValues(List<SecretReference> references) {
        return references.stream().allMatch(SecretReference.Value.class::isInstance);
    }

    /**
     * Their values, as they are now. What several are members of is loaded once, so that they belong together.
     *
     * @param age how old they may be
     * @return one value for each reference, in their order; fails with a {@link SecretException}
     */
    public Uni<List<String>> load(List<SecretReference> references, Age age) {
        if (areValues(references)) {
            return Uni.createFrom().item(values(references, age));
        }
        return Uni.createFrom().item(() -> values(references, age)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<String> values(List<SecretReference> references, Age age) {
        Map<String, String> loaded = new HashMap<>();
        List<String> values = new ArrayList<>();
        for (SecretReference reference : references) {
            values.add(switch (reference) {
                case SecretReference.Value value -> value.value();
                case SecretReference.Kept kept -> member(kept,
                        loaded.computeIfAbsent(kept.home() + ":" + kept.name(), once -> load(kept, age)));
            });
        }
        return values;
    }

    private String load(SecretReference.Kept kept, Age age) {
        return switch (kept.home()) {
            case FILE -> file(kept.name());
            case SECRETS_MANAGER -> remembered(kept, age, () -> aws().secret(kept.name()));
            case PARAMETER_STORE -> remembered(kept, age, () -> aws().parameter(kept.name()));
        };
    }

    private String remembered(SecretReference.Kept kept, Age age, Supplier<String> call) {
        return recent.compute(kept.home() + ":" + kept.name(), (name, last) -> age == Age.RECENT && last != null
                && clock.instant().isBefore(last.at().plus(A_MOMENT)) ? last : new Loaded(call.get(), clock.instant())).text();
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (NoSuchFileException e) {
            throw new SecretException("The file of a secret is not there", false);
        } catch (IOException e) {
            throw new SecretException("The file of a secret cannot be read: " + e.getClass().getSimpleName(), false);
        }
    }

    private AwsSecrets aws() {
        return new AwsSecrets(DefaultCredentialsProvider.builder().build(), Secrets::region, settings, json);
    }

    private static String region() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkException e) {
            throw new SecretException("No AWS region is set, and the secret's name says none", false);
        }
    }

    private String member(SecretReference.Kept kept, String text) {
        if (kept.member() == null) {
            return notEmpty(text, kept);
        }
        JsonNode member;
        try {
            member = json.readTree(text).path(kept.member());
        } catch (IOException notJson) {
            throw new SecretException("The secret is no JSON object with a member " + kept.member(), false);
        }
        if (!member.isTextual()) {
            throw new SecretException("The secret has no text in its member " + kept.member(), false);
        }
        return notEmpty(member.textValue(), kept);
    }

    private static String notEmpty(String value, SecretReference.Kept kept) {
        if (value.isBlank()) {
            throw new SecretException("The secret is empty" + (kept.member() == null ? "" : " in " + kept.member()), false);
        }
        return value;
    }
}
