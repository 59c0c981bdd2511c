package dev.glovebox.document;

/**
 * One text as a provider read it, before normalization.
 *
 * @param text the unchanged text; null if the provider read nothing
 * @param confidence the provider's confidence from 0 to 1; null if the provider gives none
 * @param box the position of the text in the image; null if the provider gives none
 */
public record Reading(String text, Double confidence, Box box) {

    /** The reading of a text that the provider did not find. */
    public static final Reading NONE = new Reading(null, null, null);

    /** Characters that documents print, once or repeatedly, in place of a missing value. */
    private static final String PLACEHOLDERS = "-/*_.";
    /** The Chinese word for "none". */
    private static final String NONE_WORD = "无";

    /** Replaces a confidence that is not a number from 0 to 1 by null. */
    public Reading {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            confidence = null;
        }
    }

    /** Returns a reading without confidence and position; {@link #NONE} if the text is null. */
    public static Reading of(String text) {
        return text == null ? NONE : new Reading(text, null, null);
    }

    /** Returns true if the provider read nothing, or only placeholders for a missing value. */
    public boolean isEmpty() {
        if (text == null) {
            return true;
        }
        String rest = PlainText.remove(PLACEHOLDERS, PlainText.toCode(text));
        return rest.isEmpty() || rest.equals(NONE_WORD);
    }
}
