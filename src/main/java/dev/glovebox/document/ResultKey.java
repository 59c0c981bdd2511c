package dev.glovebox.document;

import java.util.Arrays;
import java.util.Locale;

/** The object key of a result: the key of the image, a dot, the name of the function and {@code .json}. */
public final class ResultKey {

    private static final String SUFFIX = ".json";
    private static final String REVIEW_SUFFIX = ".review.json";

    private ResultKey() {
    }

    /** Returns the key of the result of an image. */
    public static String of(String imageKey, DocumentType type) {
        return imageKey + "." + type.id() + SUFFIX;
    }

    /**
     * Returns true if the key is that of a result of any function. The comparison ignores case. Images never have such a key.
     */
    public static boolean isResultKey(String key) {
        return hasSuffix(key, SUFFIX);
    }

    /**
     * Returns true if the key is that of a review record of any function: the key of the image, a dot, the name of the function
     * and {@code .review.json}. The comparison ignores case. Images never have such a key.
     */
    public static boolean isReviewKey(String key) {
        return hasSuffix(key, REVIEW_SUFFIX);
    }

    private static boolean hasSuffix(String key, String suffix) {
        String name = key.toLowerCase(Locale.ROOT);
        return Arrays.stream(DocumentType.values()).anyMatch(type -> name.endsWith("." + type.id() + suffix));
    }
}
