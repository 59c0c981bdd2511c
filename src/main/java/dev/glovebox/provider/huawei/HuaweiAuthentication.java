package dev.glovebox.provider.huawei;

import java.util.Map;
import java.util.Optional;

import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.ImageBody;
import io.smallrye.mutiny.Uni;

/** Authenticates calls of the OCR service. Thread-safe. */
sealed interface HuaweiAuthentication permits HuaweiAuthentication.FixedToken, HuaweiAuthentication.IamUser, HuaweiKeyPair {

    /**
     * What authenticates one call.
     *
     * @param projectId the project in the path of the call
     * @param token the token; null if the call is signed
     * @param headers the token or the signature, by the names of the headers
     */
    record Proof(String projectId, HuaweiToken token, Map<String, String> headers) {

        /** Returns the kind of the proof without the token or the signature. */
        @Override
        public String toString() {
            return "Proof[" + (token == null ? "signature" : "token") + "]";
        }

        private static Proof of(String projectId, HuaweiToken token) {
            return new Proof(projectId, token, Map.of("X-Auth-Token", token.value()));
        }
    }

    /** Returns the proof for one call of an operation with exactly this body. */
    Uni<Proof> authenticate(String operation, ImageBody body);

    /**
     * Returns another proof after the service has refused one.
     *
     * @return empty if there is no other: the service would refuse the same one again, and repeated refusals lock the key
     */
    default Optional<Uni<Proof>> renew(Proof refused) {
        return Optional.empty();
    }

    /** Fetches what the first call would wait for. */
    default Uni<Void> warmUp() {
        return Uni.createFrom().voidItem();
    }

    /** Reacts to a service that has refused the renewed proof too. */
    default void block(FailureException refusal) {
        // without renewals there is nothing to stop
    }

    /** A token that an operator fetches and renews. */
    record FixedToken(HuaweiToken token, String projectId) implements HuaweiAuthentication {

        @Override
        public Uni<Proof> authenticate(String operation, ImageBody body) {
            return Uni.createFrom().item(Proof.of(projectId, token));
        }
    }

    /**
     * The token of an IAM user.
     *
     * @param tokens fetches and caches the token
     * @param projectId the project of the calls; null for the token's own project
     */
    record IamUser(HuaweiTokens tokens, String projectId) implements HuaweiAuthentication {

        @Override
        public Uni<Proof> authenticate(String operation, ImageBody body) {
            return tokens.current().map(this::proof);
        }

        @Override
        public Uni<Void> warmUp() {
            return tokens.current().replaceWithVoid();
        }

        @Override
        public Optional<Uni<Proof>> renew(Proof refused) {
            return Optional.of(tokens.replace(refused.token()).map(this::proof));
        }

        @Override
        public void block(FailureException refusal) {
            tokens.block(refusal);
        }

        private Proof proof(HuaweiToken token) {
            return Proof.of(projectId != null ? projectId : token.projectId(), token);
        }
    }
}
