package dev.glovebox.document;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The pages of a vehicle licence that a caller asks for. */
public enum LicenseSide {
    /** The main page, with the vehicle's and the owner's particulars. */
    FRONT("front"),
    /** The supplementary page, with masses, dimensions and inspections. */
    BACK("back"),
    /** Whichever the image shows, one or both. */
    BOTH("both");

    private final String id;

    LicenseSide(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** The side with that id, or empty. Case matters. */
    public static Optional<LicenseSide> of(String id) {
        return Arrays.stream(values()).filter(side -> side.id.equals(id)).findFirst();
    }
}
