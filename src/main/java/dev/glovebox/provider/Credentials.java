package dev.glovebox.provider;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.glovebox.async.Renewable;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.secret.SecretException;
import dev.glovebox.secret.SecretReference;
import dev.glovebox.secret.Secrets;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;

/**
 * A provider's credentials, made of secrets. They are loaded when they are first needed and cached. If the provider refuses
 * them, they are loaded again, at most once a minute, since an operator may have rotated the keys. After a refusal of the
 * credentials or the account, calls pause ({@link RefusalPause}).
 *
 * <p>
 * Thread-safe. One caller loads the secrets while the others wait for the same load. A caller that cancels does not cancel the
 * load.
 *
 * @param <T> the type that is made of the secrets, such as a signer
 */
public final class Credentials<T> {

    /** A call waits no longer for renewed secrets: then it fails with the refusal, and the next call gets the new secrets. */
    private static final Duration MAX_RENEWAL_WAIT = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Credentials.class);

    private record Loaded<T>(List<String> secrets, T credentials) {

        /** Returns no secret. */
        @Override
        public String toString() {
            return "Loaded";
        }
    }

    private final String provider;
    private final List<String> keys;
    private final List<SecretReference> references;
    private final Secrets secrets;
    private final Function<Map<String, String>, T> factory;
    private final Renewable<Loaded<T>> loaded;
    private final RefusalPause pause;

    /**
     * Creates credentials that are not loaded yet.
     *
     * @param provider the provider's name, for failures
     * @param settings the keys of settings, each with a secret or a reference to one
     * @param secrets loads the secrets
     * @param factory makes the credentials of the secrets by the same keys
     * @param clock tells the time
     * @throws ConfigurationException if a setting is a broken reference; the message names its key
     */
    public Credentials(String provider, Map<String, String> settings, Secrets secrets, Function<Map<String, String>, T> factory,
            InstantSource clock) {
        this.provider = provider;
        this.keys = List.copyOf(settings.keySet());
        this.references = settings.entrySet().stream()
                .map(setting -> SecretReference.of(setting.getValue(), setting.getKey())).toList();
        this.secrets = secrets;
        this.factory = factory;
        this.pause = new RefusalPause(clock);
        this.loaded = new Renewable<>(this::load, Renewable.Rules.withoutExpiry(failure -> false), clock);
    }

    /**
     * Loads the secrets if they are not cached.
     *
     * @return fails with a {@link FailureException} if they cannot be loaded, or if calls pause after a refusal
     */
    public Uni<Void> ready() {
        return loaded.get().flatMap(first -> pause.check(first).map(paused -> renew(first).flatMap(
                renewed -> renewed == first ? Uni.createFrom().<Loaded<T>> failure(paused.toException())
                        : Uni.createFrom().item(renewed)))
                .orElseGet(() -> Uni.createFrom().item(first))).replaceWithVoid();
    }

    /**
     * Makes a call with the credentials. If the provider refuses them and the secrets have changed, makes the call a second
     * time with the new ones.
     *
     * @param call fails with {@link FailureCode#PROVIDER_AUTH} if the provider refuses the credentials
     * @return fails with the refusal if the secrets have not changed or cannot be loaded in time
     */
    public <R> Uni<R> use(Function<T, Uni<R>> call) {
        return loaded.get().flatMap(first -> observed(first, call.apply(first.credentials())).onFailure(Credentials::isRefusal)
                .recoverWithUni(refusal -> renew(first).flatMap(renewed -> renewed == first
                        ? Uni.createFrom().failure(refusal)
                        : observed(renewed, retry(call, renewed.credentials())))));
    }

    /** Begins or ends a pause of calls, by the outcome of a call. */
    private <R> Uni<R> observed(Loaded<T> used, Uni<R> call) {
        return call.onItemOrFailure().invoke((result, thrown) -> {
            if (thrown instanceof FailureException known && requiresPause(known.failure())) {
                pause.refused(used, known.failure());
            } else {
                pause.accepted(used);
            }
        });
    }

    /** Credentials without secrets of their own, such as fetched tokens, pause by themselves after a refusal. */
    private boolean requiresPause(Failure failure) {
        return failure.code() == FailureCode.PROVIDER_BILLING
                || failure.code() == FailureCode.PROVIDER_AUTH && !keys.isEmpty();
    }

    /** Returns the refused credentials themselves if there are no others. */
    private Uni<Loaded<T>> renew(Loaded<T> refused) {
        if (Secrets.areValues(references)) {
            return Uni.createFrom().item(refused);
        }
        return loaded.renew(refused).ifNoItem().after(MAX_RENEWAL_WAIT).recoverWithItem(refused).onFailure()
                .recoverWithItem(refused);
    }

    /** A signature digests the whole image, which must not block the event loop. */
    private static <T, R> Uni<R> retry(Function<T, Uni<R>> call, T credentials) {
        Uni<R> retry = Uni.createFrom().deferred(() -> call.apply(credentials));
        return Context.isOnEventLoopThread() ? retry.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : retry;
    }

    private static boolean isRefusal(Throwable thrown) {
        return FailureException.hasCode(thrown, FailureCode.PROVIDER_AUTH);
    }

    /** @param cached the last credentials; null before the first load */
    private Uni<Loaded<T>> load(Loaded<T> cached) {
        return secrets.load(references, cached == null ? Secrets.Age.RECENT : Secrets.Age.FRESH)
                .map(values -> cached != null && cached.secrets().equals(values) ? cached : make(values)).onFailure()
                .transform(this::toFailure);
    }

    private Loaded<T> make(List<String> values) {
        Map<String, String> secretsByKey = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            secretsByKey.put(keys.get(i), values.get(i));
        }
        return new Loaded<>(values, factory.apply(secretsByKey));
    }

    private Throwable toFailure(Throwable thrown) {
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
