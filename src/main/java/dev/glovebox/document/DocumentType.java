package dev.glovebox.document;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The types of document. The id of a type is also the name of its function, its HTTP path and a part of each result's key. */
public enum DocumentType {
    /** A vehicle identification number, stamped or printed. */
    VIN("vin"),
    /** A Chinese vehicle licence (行驶证): its main page, its supplementary page, or both. */
    VEHICLE_LICENSE("vehicle-license"),
    /** Chinese licence plates on vehicles. */
    LICENSE_PLATE("license-plate");

    private final String id;

    DocumentType(String id) {
        this.id = id;
    }

    /** Returns the name in paths, keys and JSON: lower case, words joined by hyphens. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Returns the name and version of the JSON Schema of this type's results, such as {@code vin-1}. */
    public String schemaName() {
        return id + "-1";
    }

    /** Returns the URN of the JSON Schema of this type's results: its {@code $id}. */
    public String schemaId() {
        return "urn:glovebox:schema:" + schemaName();
    }

    /** Returns the type with the id, or empty. The comparison is case-sensitive. */
    public static Optional<DocumentType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}
