package dev.glovebox.provider.huawei;

/** The levels of the licence operation. Deployments in private clouds may know only the older one. */
public enum HuaweiLicenseApi {
    /** The current level, and the older one after a deployment has refused a parameter. */
    AUTO,
    /** Both pages in one call, with the places of the texts and electronic licences. */
    CURRENT,
    /** One page in each call, without other options than the issuing authority. */
    OLDER
}
