package dev.glovebox.document;

/** What one image says. */
public sealed interface Document permits VinDocument, VehicleLicenseDocument, LicensePlateDocument {

    /** True where the provider found nothing of the document. */
    boolean nothingFound();
}
