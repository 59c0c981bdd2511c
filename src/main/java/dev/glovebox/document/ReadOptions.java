package dev.glovebox.document;

/**
 * The caller's options for one image. Only vehicle licences have options; other documents ignore them.
 *
 * @param side the requested pages
 * @param issuingAuthority true to read the text of the seal too, as {@code front.issuingAuthority}
 */
public record ReadOptions(LicenseSide side, boolean issuingAuthority) {
}
