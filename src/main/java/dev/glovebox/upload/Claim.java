package dev.glovebox.upload;

/**
 * The right of this instance to read one object.
 *
 * @param upload the object
 * @param id the unique id of the claim
 * @param etag the entity tag of the claim object
 */
record Claim(Upload upload, String id, String etag) {
}
