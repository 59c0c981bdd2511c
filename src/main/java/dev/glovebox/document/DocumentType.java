package dev.glovebox.document;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The three documents. An id is the function's name, its HTTP path and part of a result's name, all the same. */
public enum DocumentType {
    /** Vehicle identification number, as stamped or printed. */
    VIN("vin"),
    /** Chinese vehicle licence (行驶证), its main page and its supplementary page. */
    VEHICLE_LICENSE("vehicle-license"),
    /** Chinese licence plate on a vehicle. */
    LICENSE_PLATE("license-plate");

    private final String id;

    DocumentType(String id) {
        this.id = id;
    }

    /** The name in paths, keys and JSON: lower case, words joined by hyphens. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The name of the JSON Schema that a result of this type obeys, with its version. */
    public String schemaName() {
        return id + "-1";
    }

    /** That schema's {@code $id}. */
    public String schema() {
        return "urn:glovebox:schema:" + schemaName();
    }

    /** The type with that id, or empty. Case matters. */
    public static Optional<DocumentType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}
