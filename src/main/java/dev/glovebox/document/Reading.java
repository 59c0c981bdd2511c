package dev.glovebox.document;

/**
 * One text as a provider read it, before any rule has looked at it.
 *
 * @param text the provider's words, unchanged; null where it has none
 * @param confidence 0..1; null where the provider gives none
 * @param box where it stands; null where the provider does not say
 */
public record Reading(String text, Double confidence, Box box) {

    /** Nothing read. */
    public static final Reading NONE = new Reading(null, null, null);

    /** What is printed where a value is not there, alone or repeated; "none" in words is another. */
    private static final String EMPTY_MARKERS = "-/*_.";
    private static final String NONE_IN_WORDS = "无";

    /** Keeps a confidence only where it is a number from 0 to 1. */
    public Reading {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            confidence = null;
        }
    }

    /** A text with neither confidence nor place. */
    public static Reading of(String text) {
        return text == null ? NONE : new Reading(text, null, null);
    }

    /** True where no text was read, or only a mark that stands for none. */
    public boolean isEmpty() {
        if (text == null) {
            return true;
        }
        String rest = PlainText.without(EMPTY_MARKERS, PlainText.code(text));
        return rest.isEmpty() || rest.equals(NONE_IN_WORDS);
    }
}
