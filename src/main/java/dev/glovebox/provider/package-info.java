/**
 * The port to OCR services, {@link dev.glovebox.provider.OcrProvider}, and what all providers share. Each service has a
 * package below this one with its wire records, REST client, signature and mapping to the neutral model.
 */
package dev.glovebox.provider;
