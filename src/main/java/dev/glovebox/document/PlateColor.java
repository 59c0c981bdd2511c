package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/** The ground colour of a plate (GA 36). */
public enum PlateColor {
    BLUE("blue"),
    GREEN("green"),
    YELLOW("yellow"),
    /** Green letters' field with a yellow one: large new energy vehicles. */
    YELLOW_GREEN("yellow-green"),
    WHITE("white"),
    BLACK("black"),
    /** Any other, temporary and painted plates among them. */
    OTHER("other");

    private final String id;

    PlateColor(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }
}
