package dev.glovebox.bench;

import java.util.ArrayList;
import java.util.List;

/** The results as a Markdown table. */
final class Table {

    private final List<String> lines = new ArrayList<>();
    private int missed;

    Table() {
        lines.add("| | Glovebox | control | target | |");
        lines.add("|---|---|---|---|---|");
    }

    /** Adds a figure with a target. */
    void row(String what, String figure, String control, String target, boolean met) {
        missed += met ? 0 : 1;
        add(what, figure, control, target, met ? "met" : "missed");
    }

    /** Adds a figure without a target. */
    void row(String what, String figure, String control) {
        add(what, figure, control, "", "");
    }

    private void add(String... cells) {
        String line = "| " + String.join(" | ", cells) + " |";
        lines.add(line);
        System.out.println(line);
    }

    /** Returns the number of missed bars. */
    int missed() {
        return missed;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
