package dev.glovebox.document;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The pages of a vehicle licence that a caller requests. */
public enum LicenseSide {
    /** The main page, with the data of the vehicle and its owner. */
    FRONT("front"),
    /** The supplementary page, with masses, dimensions and inspections. */
    BACK("back"),
    /** All pages that the image shows. */
    BOTH("both");

    private final String id;

    LicenseSide(String id) {
        this.id = id;
    }

    /** Returns the stable id in requests and JSON. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Returns the side with that id, or empty. The comparison is case-sensitive. */
    public static Optional<LicenseSide> of(String id) {
        return Arrays.stream(values()).filter(side -> side.id.equals(id)).findFirst();
    }
}
