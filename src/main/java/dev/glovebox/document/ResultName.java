package dev.glovebox.document;

import java.util.Arrays;
import java.util.Locale;

/** The key of a result: the image's own, a dot, the function's name and {@code .json}. */
public final class ResultName {

    private static final String SUFFIX = ".json";

    private ResultName() {
    }

    /** Where the result of that image lies. */
    public static String of(String key, DocumentType type) {
        return key + "." + type.id() + SUFFIX;
    }

    /** True for the key of any function's result, whatever its case: no image is ever named so. */
    public static boolean isResult(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return Arrays.stream(DocumentType.values()).anyMatch(type -> name.endsWith("." + type.id() + SUFFIX));
    }
}
