package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/** The region of the world that a maker's identifier was assigned to (ISO 3780). */
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

    @JsonValue
    public String id() {
        return id;
    }
}
