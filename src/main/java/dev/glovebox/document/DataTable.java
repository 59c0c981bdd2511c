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
 * Loading reads the text and does not parse it, so that it takes less than a millisecond. A class that needs a table holds it
 * in a static field and is used only by the rule that reads the table. A native executable contains the loaded text.
 */
final class DataTable {

    private static final String SEPARATOR = "\t";

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
            return new DataTable("\n" + new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the columns of each row, in the order of the table. */
    Stream<String[]> rows() {
        return text.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> line.split(SEPARATOR));
    }

    /** Returns the second column of the first row whose first column is the key. */
    Optional<String> find(String key) {
        int line = text.indexOf("\n" + key + SEPARATOR);
        if (line < 0) {
            return Optional.empty();
        }
        int from = line + key.length() + 2;
        return Optional.of(text.substring(from, text.indexOf(SEPARATOR, from)));
    }
}
