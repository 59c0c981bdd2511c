package dev.glovebox.document;

/**
 * What a caller may choose of a reading. Only vehicle licences heed it.
 *
 * @param side the pages wanted
 * @param issuingAuthority whether the seal's text is wanted too, as {@code front.issuingAuthority}
 */
public record ReadOptions(LicenseSide side, boolean issuingAuthority) {
}
