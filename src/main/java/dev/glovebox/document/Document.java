package dev.glovebox.document;

import java.util.Map;

/** The content of one image. */
public sealed interface Document permits VinDocument, VehicleLicenseDocument, LicensePlateDocument {

    /** Returns true if the provider found no part of the document in the image. */
    boolean nothingFound();

    /**
     * Returns the fields by path, such as {@code back.grossMassKg}, in the order of the document. A page that was not read has
     * no fields here. A read page has all of its fields, also those without a value.
     */
    Map<String, DocumentField> fields();
}
