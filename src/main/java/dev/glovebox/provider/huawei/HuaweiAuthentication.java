package dev.glovebox.provider.huawei;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.ImageBody;
import io.smallrye.mutiny.Uni;

/** How a call proves whose it is. */
sealed interface HuaweiAuthentication {

    /**
     * What one call carries: a token, or a signature with what belongs to it.
     *
     * @param projectId the project in the call's path
     * @param token null where the call is signed
     * @param authorization null where it has a token; so are date and securityToken, the latter also without temporary keys
     */
    record Proof(String projectId, HuaweiToken token, String authorization, String date, String securityToken) {

        /** Neither token nor signature. */
        @Override
        public String toString() {
            return "Proof[" + (token == null ? "signature" : "token") + "]";
        }
    }

    /** The proof for a call of that operation with that very body. */
    Uni<Proof> prove(String operation, ImageBody body);

    /**
     * Another proof after the service has refused one.
     *
     * @return empty where there is none: an unchanged one would be refused again, and repeated refusals lock the key
     */
    default Optional<Uni<Proof>> proveAgain(Proof refused) {
        return Optional.empty();
    }

    /** Fetches what a first call would wait for. */
    default Uni<Void> warmUp() {
        return Uni.createFrom().voidItem();
    }

    /** Told that the service has refused the other proof too. */
    default void refusedAgain(FailureException refusal) {
        // nothing is kept that could be thrown away
    }

    /** AK/SK: every call is signed. */
    record KeyPair(HuaweiSigner signer, String securityToken, Endpoint endpoint, String projectId,
            InstantSource clock) implements HuaweiAuthentication {

        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC);

        /** Not the temporary keys' token. */
        @Override
        public String toString() {
            return "KeyPair[" + endpoint.hostHeader() + "]";
        }

        @Override
        public Uni<Proof> prove(String operation, ImageBody body) {
            return Uni.createFrom().item(() -> sign(operation, body, clock.instant()));
        }

        private Proof sign(String operation, ImageBody body, Instant now) {
            String date = DATE.format(now);
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("host", endpoint.hostHeader());
            headers.put("x-project-id", projectId);
            headers.put("x-sdk-date", date);
            if (securityToken != null) {
                headers.put("x-security-token", securityToken);
            }
            URI uri = URI.create(endpoint.uri() + "/v2/" + projectId + "/ocr/" + operation);
            return new Proof(projectId, null, signer.authorization("POST", uri, headers, body.sha256()), date, securityToken);
        }
    }

    /** A token that others fetch and renew. */
    record FixedToken(HuaweiToken token, String projectId) implements HuaweiAuthentication {

        @Override
        public Uni<Proof> prove(String operation, ImageBody body) {
            return Uni.createFrom().item(new Proof(projectId, token, null, null, null));
        }
    }

    /**
     * An IAM user's token.
     *
     * @param projectId null where the token's own is used
     */
    record IamUser(HuaweiTokens tokens, String projectId) implements HuaweiAuthentication {

        @Override
        public Uni<Proof> prove(String operation, ImageBody body) {
            return tokens.current().map(this::proof);
        }

        @Override
        public Uni<Void> warmUp() {
            return tokens.current().replaceWithVoid();
        }

        @Override
        public Optional<Uni<Proof>> proveAgain(Proof refused) {
            return Optional.of(tokens.replace(refused.token()).map(this::proof));
        }

        @Override
        public void refusedAgain(FailureException refusal) {
            tokens.block(refusal);
        }

        private Proof proof(HuaweiToken token) {
            return new Proof(projectId != null ? projectId : token.projectId(), token, null, null, null);
        }
    }
}
