package dev.glovebox.storage;

/** What is known about the conditional writes of a bucket. */
enum ConditionSupport {
    /** The bucket refuses conditions, ignores them, or accepts no entity tag. Plain writes are used. */
    NONE,
    /** Conditions hold. Entity tags are sent in quotation marks, as RFC 9110 demands. */
    QUOTED,
    /** Conditions hold. Entity tags are sent without quotation marks, which Ceph RGW compares with. */
    UNQUOTED;

    /** Returns true if conditional writes can be used. */
    boolean isProven() {
        return this != NONE;
    }

    /**
     * Returns the value of an {@code If-Match} header.
     *
     * @param etag the entity tag without quotation marks
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110.html#name-if-match">RFC 9110: If-Match</a>
     */
    String ifMatch(String etag) {
        return this == UNQUOTED ? etag : "\"" + etag + "\"";
    }
}
