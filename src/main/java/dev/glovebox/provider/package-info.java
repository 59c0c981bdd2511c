/**
 * The port to OCR services, {@link dev.glovebox.provider.OcrProvider}, and the one taxonomy of failures. Each service has a
 * package below this one, with its wire records, client, signing and mapping to the neutral model.
 */
package dev.glovebox.provider;
