package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/** The region of the world to which the identifier of a maker is assigned (ISO 3780). */
public enum WmiRegion {
    AFRICA("africa"),
    ASIA("asia"),
    EUROPE("europe"),
    NORTH_AMERICA("north-america"),
    OCEANIA("oceania"),
    SOUTH_AMERICA("south-america");

    private final String id;

    WmiRegion(String id) {
        this.id = id;
    }

    /** Returns the stable id in JSON. */
    @JsonValue
    public String id() {
        return id;
    }
}
