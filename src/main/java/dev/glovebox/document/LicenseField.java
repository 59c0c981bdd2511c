package dev.glovebox.document;

/** The fields of a vehicle licence (GA 37), by which a provider's answer is handed over. */
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
    /**
     * Of electronic licences alone, as those below: normal, overdue for inspection, and the like; several, one after another.
     */
    STATUS,
    MANDATORY_SCRAPPING_DATE,
    INSPECTION_VALID_UNTIL,
    GENERATED_AT
}
