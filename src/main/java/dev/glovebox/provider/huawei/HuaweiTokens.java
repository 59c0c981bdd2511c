package dev.glovebox.provider.huawei;

import java.time.InstantSource;
import java.util.function.Supplier;

import dev.glovebox.async.Renewable;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import io.smallrye.mutiny.Uni;

/**
 * Caches the token of one IAM user and renews it.
 *
 * <p>
 * If IAM refuses the user, no token is requested for a minute: repeated wrong passwords lock the account (IAM.0061).
 * Thread-safe; one caller requests a token while the others wait for the same answer.
 */
final class HuaweiTokens {

    private final Renewable<HuaweiToken> token;

    /** @param fetch requests a new token from IAM, once per subscription */
    HuaweiTokens(Supplier<Uni<HuaweiToken>> fetch, InstantSource clock) {
        token = new Renewable<>(old -> fetch.get(),
                new Renewable.Rules<>(HuaweiToken::renewAt, HuaweiToken::expiresAt, HuaweiTokens::isRefusal), clock);
    }

    private static boolean isRefusal(Throwable thrown) {
        return FailureException.hasCode(thrown, FailureCode.PROVIDER_AUTH);
    }

    /** Returns the cached token, or a new one if there is none or if it is due for renewal. */
    Uni<HuaweiToken> current() {
        return token.get();
    }

    /**
     * Returns another token than the one that the service refused. If several callers have the same refused token, one of them
     * requests a new one, and all of them get that.
     */
    Uni<HuaweiToken> replace(HuaweiToken refused) {
        token.discard(refused);
        return token.get();
    }

    /** The service refuses new tokens too, for example if the account is in arrears: stops requesting tokens for a minute. */
    void block(FailureException refusal) {
        token.block(refusal);
    }
}
