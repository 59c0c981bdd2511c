package dev.glovebox.provider.tencent;

/**
 * An API key.
 *
 * @param signer signs with it
 * @param token goes with temporary keys; null with lasting ones
 */
record TencentKey(TencentSigner signer, String token) {

    @Override
    public String toString() {
        return "TencentKey";
    }
}
