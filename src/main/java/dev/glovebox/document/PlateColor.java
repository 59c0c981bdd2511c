package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/** The background colour of a plate (GA 36). */
public enum PlateColor {
    BLUE("blue"),
    GREEN("green"),
    YELLOW("yellow"),
    /** One part is yellow and the other green: large new energy vehicles. */
    YELLOW_GREEN("yellow-green"),
    WHITE("white"),
    BLACK("black"),
    /** Any other colour, for example of temporary and painted plates. */
    OTHER("other");

    private final String id;

    PlateColor(String id) {
        this.id = id;
    }

    /** Returns the stable id in JSON. */
    @JsonValue
    public String id() {
        return id;
    }
}
