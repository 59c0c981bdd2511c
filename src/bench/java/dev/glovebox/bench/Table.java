package dev.glovebox.bench;

import java.util.ArrayList;
import java.util.List;

/** The outcome, as Markdown. */
final class Table {

    private final List<String> lines = new ArrayList<>();
    private int missed;

    Table() {
        lines.add("| | Glovebox | control | bar | |");
        lines.add("|---|---|---|---|---|");
    }

    /** A figure that has a bar. */
    void row(String what, String figure, String control, String bar, boolean kept) {
        missed += kept ? 0 : 1;
        add(what, figure, control, bar, kept ? "kept" : "missed");
    }

    /** A figure that is worth knowing. */
    void row(String what, String figure, String control) {
        add(what, figure, control, "", "");
    }

    private void add(String... cells) {
        String line = "| " + String.join(" | ", cells) + " |";
        lines.add(line);
        System.out.println(line);
    }

    /** How many bars were missed. */
    int missed() {
        return missed;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
