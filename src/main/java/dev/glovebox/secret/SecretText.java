package dev.glovebox.secret;

import java.util.Optional;

/**
 * The form of a secret. Files and environments often end a secret with a line end, which no service expects. A character that
 * HTTP does not allow would make the HTTP client reject the header with a message that contains the secret.
 */
public final class SecretText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SecretText() {
    }

    /** Returns the text without a byte order mark, and without blanks and line ends around it. */
    public static String trim(String text) {
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
    }

    /**
     * Returns what is wrong with a trimmed secret; empty if nothing is.
     *
     * @param key the key of the setting that contains the secret, or refers to it
     * @return a message that contains the key and nothing of the secret
     */
    public static Optional<String> problem(String key, String secret) {
        return secret.chars().anyMatch(Character::isISOControl)
                ? Optional.of(key + " contains a control character, such as a line end")
                : Optional.empty();
    }
}
