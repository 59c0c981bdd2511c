package dev.glovebox.secret;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Extracts a secret from the text that a store holds. Immutable. */
final class SecretMembers {

    private final ObjectMapper json;

    SecretMembers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Returns the secret in a text.
     *
     * @param text the whole text in the store
     * @param member the member of the JSON object that the text is; null if the secret is the whole text
     * @throws SecretException if there is no such member, or if the secret is not a string or blank
     */
    String secret(String text, String member) {
        if (member == null) {
            return notBlank(text, "The secret is empty");
        }
        JsonNode value;
        try {
            value = json.readTree(SecretText.trim(text)).path(member);
        } catch (IOException notJson) {
            throw new SecretException("The secret is not a JSON object with a member " + member, false);
        }
        if (!value.isTextual()) {
            throw new SecretException("The secret has no string in its member " + member, false);
        }
        return notBlank(value.textValue(), "The secret is empty in its member " + member);
    }

    private static String notBlank(String secret, String message) {
        if (secret.isBlank()) {
            throw new SecretException(message, false);
        }
        return secret;
    }
}
