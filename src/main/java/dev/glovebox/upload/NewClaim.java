package dev.glovebox.upload;

/**
 * A claim to be written.
 *
 * @param id its unique id
 * @param json the claim object
 */
record NewClaim(String id, byte[] json) {
}
