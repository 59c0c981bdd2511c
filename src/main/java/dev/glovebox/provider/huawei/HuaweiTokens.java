package dev.glovebox.provider.huawei;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.glovebox.async.Shared;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import io.smallrye.mutiny.Uni;

/**
 * Keeps one token and renews it, by one caller while the others wait for the same answer.
 *
 * <p>
 * A refusal is kept too, for a minute: repeated wrong passwords lock the account (IAM.0061).
 */
final class HuaweiTokens {

    private static final Duration REFUSAL_KEPT = Duration.ofMinutes(1);

    private final Supplier<Uni<HuaweiToken>> fetch;
    private final InstantSource clock;

    private HuaweiToken token;
    private Uni<HuaweiToken> underWay;
    private FailureException refusal;
    private Instant nextTry;

    /** @param fetch asks IAM for a new token, once per subscription */
    HuaweiTokens(Supplier<Uni<HuaweiToken>> fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /** The token, fetched first where there is none or where it nears its end. */
    synchronized Uni<HuaweiToken> current() {
        Instant now = clock.instant();
        if (token != null && now.isBefore(token.renewAt())) {
            return Uni.createFrom().item(token);
        }
        if (underWay != null) {
            return underWay;
        }
        if (refusal != null && now.isBefore(nextTry)) {
            return lasting(now) ? Uni.createFrom().item(token) : Uni.createFrom().failure(refusal);
        }
        underWay = Shared.of(fetch.get().onItem().invoke(this::succeeded).onFailure().recoverWithUni(this::failed));
        return underWay;
    }

    /**
     * Another token than the one that the service did not accept. Callers who come late with the same one get what the first of
     * them fetched.
     */
    synchronized Uni<HuaweiToken> insteadOf(HuaweiToken rejected) {
        if (rejected.equals(token)) {
            token = null;
        }
        return current();
    }

    /** The service refuses new tokens too (arrears, for one): none is asked for before a minute is over. */
    synchronized void refuse(FailureException refused) {
        token = null;
        keep(refused);
    }

    private synchronized void succeeded(HuaweiToken fetched) {
        token = fetched;
        underWay = null;
        refusal = null;
    }

    /** Until it ends the old token is as good as ever, where no new one is to be had. */
    private synchronized Uni<HuaweiToken> failed(Throwable failure) {
        underWay = null;
        boolean lasting = lasting(clock.instant());
        if (failure instanceof FailureException told
                && (lasting || told.failure().code() == FailureCode.PROVIDER_AUTH)) {
            keep(told);
        }
        return lasting ? Uni.createFrom().item(token) : Uni.createFrom().failure(failure);
    }

    private boolean lasting(Instant now) {
        return token != null && now.isBefore(token.expiresAt());
    }

    private void keep(FailureException refused) {
        refusal = refused;
        nextTry = clock.instant().plus(REFUSAL_KEPT);
    }
}
