package dev.glovebox.provider;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;

/**
 * One image to be read as one document.
 *
 * @param type what it shows
 * @param image the image, or its address
 * @param options what the caller chose
 */
public record OcrRequest(DocumentType type, Image image, ReadOptions options) {
}
