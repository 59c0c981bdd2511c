package dev.glovebox.provider;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.glovebox.async.Shared;
import dev.glovebox.secret.SecretException;
import dev.glovebox.secret.SecretReference;
import dev.glovebox.secret.Secrets;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;

/**
 * What proves whose a call is, made of secrets: loaded when it is first needed, kept, and loaded anew when the provider refuses
 * it, as it does when keys were exchanged. Refused again for the same secrets, it is not loaded before a minute is over.
 *
 * @param <T> what is made of the secrets, such as a signer
 */
public final class Credentials<T> {

    private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(1);

    /** Within a call's own time: whoever has to wait longer is told of the refusal, and the next has the others. */
    private static final Duration LONGEST_RENEWAL = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Credentials.class);

    private record Loaded<T>(List<String> secrets, T made) {

        @Override
        public String toString() {
            return "Loaded";
        }
    }

    private final String provider;
    private final List<String> keys;
    private final List<SecretReference> references;
    private final Secrets secrets;
    private final Function<Map<String, String>, T> make;
    private final InstantSource clock;

    private Loaded<T> kept;
    private Uni<Loaded<T>> underWay;
    private Instant nextRenewal = Instant.MIN;

    /**
     * @param provider whose failure it is where they are not to be had
     * @param settings the secrets' settings by their keys
     * @param make of the secrets by the same keys
     * @throws ConfigurationException where a setting is a reference, and a broken one; the message names its key
     */
    public Credentials(String provider, Map<String, String> settings, Secrets secrets, Function<Map<String, String>, T> make,
            InstantSource clock) {
        this.provider = provider;
        this.keys = List.copyOf(settings.keySet());
        this.references = settings.entrySet().stream()
                .map(setting -> SecretReference.of(setting.getValue(), setting.getKey())).toList();
        this.secrets = secrets;
        this.make = make;
        this.clock = clock;
    }

    /** Loads them where that is to be done. */
    public Uni<Void> ready() {
        return current().replaceWithVoid();
    }

    /**
     * Makes a call with them; once more, where the provider refuses them, if there are others by now.
     *
     * @param call fails with {@link FailureCode#PROVIDER_AUTH} where it was refused
     */
    public <R> Uni<R> use(Function<T, Uni<R>> call) {
        return current().flatMap(first -> call.apply(first.made()).onFailure(Credentials::isRefusal)
                .recoverWithUni(refusal -> insteadOf(first).ifNoItem().after(LONGEST_RENEWAL).recoverWithItem(first).onFailure()
                        .recoverWithItem(first)
                        .flatMap(other -> other == first ? Uni.createFrom().failure(refusal) : again(call, other.made()))));
    }

    /** Signing digests a whole image: not on the event loop that has brought the refusal. */
    private static <T, R> Uni<R> again(Function<T, Uni<R>> call, T other) {
        Uni<R> again = Uni.createFrom().deferred(() -> call.apply(other));
        return Context.isOnEventLoopThread() ? again.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : again;
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof FailureException told && told.failure().code() == FailureCode.PROVIDER_AUTH;
    }

    private synchronized Uni<Loaded<T>> current() {
        return kept != null ? Uni.createFrom().item(kept) : load(Secrets.Age.RECENT);
    }

    /** Others than these; these where there are none. */
    private synchronized Uni<Loaded<T>> insteadOf(Loaded<T> refused) {
        if (kept != null && kept != refused) {
            return Uni.createFrom().item(kept);
        }
        if (Secrets.areValues(references) || underWay == null && clock.instant().isBefore(nextRenewal)) {
            return Uni.createFrom().item(refused);
        }
        if (underWay == null) {
            nextRenewal = clock.instant().plus(BETWEEN_RENEWALS);
        }
        return load(Secrets.Age.FRESH);
    }

    /** By one caller, while the others wait for the same. */
    private Uni<Loaded<T>> load(Secrets.Age age) {
        if (underWay == null) {
            underWay = Shared.of(secrets.load(references, age).map(this::loaded).onFailure().transform(this::failed));
        }
        return underWay;
    }

    private synchronized Loaded<T> loaded(List<String> values) {
        underWay = null;
        if (kept == null || !kept.secrets().equals(values)) {
            Map<String, String> byKey = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                byKey.put(keys.get(i), values.get(i));
            }
            kept = new Loaded<>(values, make.apply(byKey));
        }
        return kept;
    }

    private synchronized Throwable failed(Throwable thrown) {
        underWay = null;
        if (!(thrown instanceof SecretException missing)) {
            return thrown;
        }
        String detail = "A secret of " + String.join(", ", keys) + " could not be loaded: " + missing.getMessage();
        LOG.warn(detail);
        return Failure
                .of(missing.isTemporary() ? FailureCode.PROVIDER_UNAVAILABLE : FailureCode.PROVIDER_AUTH, detail, provider,
                        RetryAdvice.NEVER)
                .toException();
    }
}
