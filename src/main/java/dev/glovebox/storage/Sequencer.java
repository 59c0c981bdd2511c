package dev.glovebox.storage;

import java.util.regex.Pattern;

/**
 * Orders S3's events on one key by their sequencers: hexadecimal numbers, compared after the shorter one is padded with zeros
 * on the right.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *      structure</a>
 */
public final class Sequencer {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");

    private Sequencer() {
    }

    /** Returns true if the first event is earlier. Returns false if one of the values is null or no sequencer. */
    public static boolean isOlder(String one, String other) {
        if (one == null || other == null || !HEXADECIMAL.matcher(one).matches() || !HEXADECIMAL.matcher(other).matches()) {
            return false;
        }
        int length = Math.max(one.length(), other.length());
        return pad(one, length).compareToIgnoreCase(pad(other, length)) < 0;
    }

    private static String pad(String sequencer, int length) {
        return sequencer + "0".repeat(length - sequencer.length());
    }
}
