package dev.glovebox.provider.tencent;

/**
 * An API key.
 *
 * @param signer signs with the key
 * @param token the token that belongs to a temporary key; null for a permanent key
 */
record TencentKey(TencentSigner signer, String token) {

    /** Returns no secret. */
    @Override
    public String toString() {
        return "TencentKey";
    }
}
