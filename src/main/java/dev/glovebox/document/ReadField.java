package dev.glovebox.document;

/** What every field of a document has beside its value. */
public sealed interface ReadField permits Field, VinField, UseCharacterField {

    /** The provider's own words; null where nothing was read. */
    String text();

    /** 0..1; null where the provider gives none. */
    Double confidence();

    /** Where the text stands in the image; null where the provider does not say. */
    Box box();
}
