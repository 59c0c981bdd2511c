package dev.glovebox.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Issues and checks IAM tokens. Thread-safe. */
final class HuaweiTokenIssuer {

    /** Real tokens are PKCS#7 blobs of several KB, which exceed many header limits. */
    private static final int TOKEN_BYTES = 9000;
    private static final int MAX_WRONG_PASSWORDS = 5;

    /**
     * A token.
     *
     * @param hasProject false if the scope is the whole account, which OCR does not accept
     */
    record Token(String value, Instant issuedAt, Instant expiresAt, boolean hasProject) {
    }

    private final SandboxAccount account;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private int wrongPasswords;

    HuaweiTokenIssuer(SandboxAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    SandboxAccount account() {
        return account;
    }

    /** Returns true after more than five wrong passwords in a row. A locked account rejects the right password too. */
    synchronized boolean isLocked() {
        return wrongPasswords > MAX_WRONG_PASSWORDS;
    }

    /** Returns true if the credentials are right. Counts the wrong ones in a row. */
    synchronized boolean authenticate(String domain, String username, String password) {
        boolean isRight = account.domain().equals(domain) && account.username().equals(username)
                && account.password().equals(password);
        wrongPasswords = isRight ? 0 : wrongPasswords + 1;
        return isRight;
    }

    Token issue(boolean hasProject) {
        byte[] blob = new byte[TOKEN_BYTES];
        random.nextBytes(blob);
        Instant now = clock.instant();
        Token token = new Token("MII" + Base64.getEncoder().encodeToString(blob), now, now.plus(account.tokenValidity()),
                hasProject);
        tokens.put(token.value(), token);
        return token;
    }

    /**
     * Checks a token.
     *
     * @throws Refusal from the API gateway if the token is unknown or expired; from OCR if its scope is not a project
     */
    void check(String value) {
        Token token = tokens.get(value);
        if (token == null) {
            throw new Refusal(401, "APIG.0301", "Incorrect IAM authentication information: decrypt token fail");
        }
        if (!clock.instant().isBefore(token.expiresAt())) {
            throw new Refusal(401, "APIG.0307", "The token must be updated");
        }
        if (!token.hasProject()) {
            throw new Refusal(403, "ModelArts.0212", "Invalid token: its scope is not a project");
        }
    }
}
