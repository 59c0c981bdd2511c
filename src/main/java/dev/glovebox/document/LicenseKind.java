package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a vehicle licence is made of. */
public enum LicenseKind {
    /** The card, or a photograph of it. */
    PAPER("paper"),
    /** The traffic administration's image (电子行驶证), whose page holds what the card's two hold, and more. */
    ELECTRONIC("electronic");

    private final String id;

    LicenseKind(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }
}
