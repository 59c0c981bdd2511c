package dev.glovebox.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives out IAM tokens and knows them again. */
final class HuaweiTokenDesk {

    /** Real ones are a PKCS#7 blob of several KB: more than many a header limit. */
    private static final int TOKEN_BYTES = 9000;
    private static final int WRONG_PASSWORDS = 5;

    /** @param hasProject false for one of the whole account's scope, which OCR does not take */
    record Token(String value, Instant issuedAt, Instant expiresAt, boolean hasProject) {
    }

    private final SandboxAccount account;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private int wrongPasswords;

    HuaweiTokenDesk(SandboxAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    SandboxAccount account() {
        return account;
    }

    /** Wrong passwords in a row lock the user, the right one included. */
    synchronized boolean isLocked() {
        return wrongPasswords > WRONG_PASSWORDS;
    }

    synchronized boolean knows(String domain, String username, String password) {
        boolean right = account.domain().equals(domain) && account.username().equals(username)
                && account.password().equals(password);
        wrongPasswords = right ? 0 : wrongPasswords + 1;
        return right;
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

    /** Refuses a token as the gateway, or the service behind it, does. */
    void check(String value) {
        Token token = tokens.get(value);
        if (token == null) {
            throw new Refusal(401, "APIG.0301", "Incorrect IAM authentication information: decrypt token fail");
        }
        if (!clock.instant().isBefore(token.expiresAt())) {
            throw new Refusal(401, "APIG.0307", "The token must be updated");
        }
        if (!token.hasProject()) {
            throw new Refusal(403, "ModelArts.0212", "Invalid token: it has no project's scope");
        }
    }
}
