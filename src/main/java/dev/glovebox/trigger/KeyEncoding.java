package dev.glovebox.trigger;

/** The form in which a sender puts keys into its events. */
enum KeyEncoding {

    /** Like an HTML form. Some versions of these senders do not encode, so the text itself is the alternative. */
    FORM {
        @Override
        EventKey read(String text) {
            String decoded = FormEncoding.decode(text).orElse(text);
            return FormEncoding.isPossible(text) ? EventKey.of(decoded, text) : EventKey.of(text, decoded);
        }
    },
    /** The key itself. Some versions of these senders encode, so the decoded text is the alternative. */
    RAW {
        @Override
        EventKey read(String text) {
            return EventKey.of(text, FormEncoding.decode(text).orElse(text));
        }
    },
    /** Always the key itself, by the sender's documentation. */
    EXACT {
        @Override
        EventKey read(String text) {
            return EventKey.of(text, text);
        }
    };

    /** Returns the key that a sender with this encoding means by the text. */
    abstract EventKey read(String text);
}
