package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/** The form in which a vehicle licence was issued. */
public enum LicenseKind {
    /** A paper card. */
    PAPER("paper"),
    /** An image that the traffic administration generates (电子行驶证). It contains both pages of the card and more fields. */
    ELECTRONIC("electronic");

    private final String id;

    LicenseKind(String id) {
        this.id = id;
    }

    /** Returns the stable id in JSON. */
    @JsonValue
    public String id() {
        return id;
    }
}
