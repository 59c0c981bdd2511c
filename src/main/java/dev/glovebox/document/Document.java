package dev.glovebox.document;

import java.util.Map;

/** What one image says. */
public sealed interface Document permits VinDocument, VehicleLicenseDocument, LicensePlateDocument {

    /** True where the provider found nothing of the document. */
    boolean nothingFound();

    /** Every field by its path, such as {@code back.grossMassKg}, in the document's order; those that were not read too. */
    Map<String, ReadField> fields();
}
