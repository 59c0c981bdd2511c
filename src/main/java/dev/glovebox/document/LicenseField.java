package dev.glovebox.document;

/** The fields of a vehicle licence (GA 37). Providers return their readings as maps with these keys. */
public enum LicenseField {
    PLATE_NUMBER,
    VEHICLE_TYPE,
    OWNER,
    ADDRESS,
    USE_CHARACTER,
    MODEL,
    VIN,
    ENGINE_NUMBER,
    REGISTER_DATE,
    ISSUE_DATE,
    ISSUING_AUTHORITY,
    FILE_NUMBER,
    APPROVED_PASSENGERS,
    GROSS_MASS,
    UNLADEN_MASS,
    APPROVED_LOAD,
    TRACTION_MASS,
    DIMENSIONS,
    REMARKS,
    INSPECTION_RECORD,
    BARCODE_NUMBER,
    ENERGY_TYPE,
    BODY_COLOR,
    /** Electronic licences only. One or more states, separated by commas, such as 正常 (normal). */
    STATUS,
    /** Electronic licences only. */
    MANDATORY_SCRAPPING_DATE,
    /** Electronic licences only. */
    INSPECTION_VALID_UNTIL,
    /** Electronic licences only. */
    GENERATED_AT
}
