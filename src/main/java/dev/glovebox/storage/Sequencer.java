package dev.glovebox.storage;

import java.util.regex.Pattern;

/**
 * S3's order of events on one key: hexadecimal numbers, compared after the shorter is filled up with zeros on the right.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">its rule</a>
 */
public final class Sequencer {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");

    private Sequencer() {
    }

    /** True where both are sequencers and the first is of an earlier event; false where that cannot be told. */
    public static boolean isOlder(String one, String other) {
        if (one == null || other == null || !HEXADECIMAL.matcher(one).matches() || !HEXADECIMAL.matcher(other).matches()) {
            return false;
        }
        int length = Math.max(one.length(), other.length());
        return filled(one, length).compareToIgnoreCase(filled(other, length)) < 0;
    }

    private static String filled(String sequencer, int length) {
        return sequencer + "0".repeat(length - sequencer.length());
    }
}
