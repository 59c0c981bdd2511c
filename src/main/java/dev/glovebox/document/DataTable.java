package dev.glovebox.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of facts that is a resource of this package. Each line is a row of columns with tabs between them. The last two
 * columns of most tables are the source and the date of the row. Lines that begin with # are comments.
 *
 * <p>
 * Loading reads the text and does not parse it. A class that needs a table holds it in a static field and is used only by the
 * rule that reads the table, so that other rules do not load it. A native build loads the tables of the classes that it
 * initialises.
 */
final class DataTable {

    private static final String SEPARATOR = "\t";
    private static final String COMMENT = "#";
    private static final char LINE_END = '\n';

    private final String text;

    private DataTable(String text) {
        this.text = text;
    }

    /**
     * Loads a table.
     *
     * @param name the name of the resource, such as {@code makers.tsv}
     */
    static DataTable load(String name) {
        try (InputStream resource = DataTable.class.getResourceAsStream(name)) {
            return new DataTable(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the columns of each row, in the order of the table. */
    Stream<String[]> rows() {
        return text.lines().filter(line -> !line.startsWith(COMMENT)).map(line -> line.split(SEPARATOR));
    }

    /**
     * Returns the second column of the row whose first column is the key. The rows must be in ascending order of their first
     * columns. This is a binary search, so that a lookup reads little of the text.
     */
    Optional<String> find(String key) {
        int from = 0;
        int to = text.length();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int start = text.lastIndexOf(LINE_END, middle - 1) + 1;
            int end = text.indexOf(LINE_END, middle);
            int keyEnd = text.indexOf(SEPARATOR, start);
            int order = text.startsWith(COMMENT, start) ? -1 : text.substring(start, keyEnd).compareTo(key);
            if (order == 0) {
                return Optional.of(text.substring(keyEnd + 1, text.indexOf(SEPARATOR, keyEnd + 1)));
            }
            from = order < 0 ? end + 1 : from;
            to = order < 0 ? to : start;
        }
        return Optional.empty();
    }
}
