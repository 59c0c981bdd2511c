package dev.glovebox.document;

import java.util.Optional;

/**
 * The makers of vehicles by world manufacturer identifier, from six public tables. The resource {@code makers.tsv} says for
 * each row how many of the tables agree, and which ones. The first lookup loads it.
 */
final class WmiMakers {

    private static final DataTable TABLE = DataTable.load("makers.tsv");

    private WmiMakers() {
    }

    /** Returns the name of the maker in Latin letters; empty if the table does not contain the code. */
    static Optional<String> find(String code) {
        return TABLE.find(code);
    }
}
