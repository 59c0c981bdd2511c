package dev.glovebox.upload;

import dev.glovebox.document.Source;

/**
 * The final answer for an object, which must be stored: a provider was paid for it, or the image itself is at fault.
 *
 * @param source the image that was read
 * @param json the result
 * @param outcome the outcome that the result records
 */
record Answer(Source source, byte[] json, UploadOutcome outcome) {
}
