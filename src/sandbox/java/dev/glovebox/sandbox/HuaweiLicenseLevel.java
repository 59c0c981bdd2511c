package dev.glovebox.sandbox;

/** The levels of Huawei's licence operation. */
public enum HuaweiLicenseLevel {
    /** With {@code double_side}, the places of the texts and electronic licences. */
    CURRENT,
    /** With {@code side} and {@code return_issuing_authority} only, as deployments in private clouds may have it. */
    OLDER
}
