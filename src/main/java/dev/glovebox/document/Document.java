package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What one image says. */
public sealed interface Document permits VinDocument, VehicleLicenseDocument, LicensePlateDocument {

    /** True where the provider found nothing of the document. */
    @JsonIgnore
    boolean isEmpty();
}
