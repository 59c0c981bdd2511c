package dev.glovebox.document;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of warnings. */
public enum WarningCode {
    /** The provider read a text that is not a valid value. The value is null. */
    NOT_UNDERSTOOD("not-understood", "The text could not be turned into a value", ReviewReason.Code.NOT_UNDERSTOOD),
    /** The provider answered, but found no part of the document. */
    NOTHING_FOUND("nothing-found", "The provider found no such document in the image", ReviewReason.Code.NOTHING_FOUND),
    /** The text of a VIN contained I, O or Q. The {@code corrections} list the replacements. */
    VIN_CHARACTER_MAPPED("vin-character-mapped", "A VIN cannot contain I, O or Q: they were replaced by 1, 0 and 0", null),
    /** The text of a VIN had 18 characters, and the first was an I. */
    VIN_PREFIX_DROPPED("vin-prefix-dropped", "An import mark I in front of the VIN was removed", null),
    /** Position 9 is not the check digit, although the market requires one. */
    VIN_CHECK_DIGIT("vin-check-digit", "The check digit does not match the other characters", ReviewReason.Code.CHECK_DIGIT),
    /** The VIN is implausible for another reason than its check digit, see {@code Vin.isPlausible}. */
    VIN_IMPLAUSIBLE("vin-implausible", "No maker assigns such a VIN", ReviewReason.Code.CROSS_CHECK),
    /** The plate number is misread, or the plate is of a kind without a {@link PlateFormat}, such as a foreign one. */
    PLATE_FORMAT("plate-format", "The number has no known format", ReviewReason.Code.NOT_UNDERSTOOD),
    /** The number and the colour of a plate contradict each other. */
    PLATE_COLOR("plate-color", "Plates of this format do not exist in this colour", ReviewReason.Code.CROSS_CHECK),
    /** The two pages of a licence belong to different vehicles. */
    PLATE_MISMATCH("plate-mismatch", "Front and back have different plate numbers", ReviewReason.Code.CROSS_CHECK),
    /** The gross mass includes the unladen mass, so it cannot be smaller. */
    MASS_ORDER("mass-order", "The gross mass is below the unladen mass", ReviewReason.Code.CROSS_CHECK),
    /** A licence certifies a registration, so it cannot be older. */
    DATE_ORDER("date-order", "The licence was issued before the vehicle was registered", ReviewReason.Code.CROSS_CHECK),
    /** The image shows a copy. */
    PHOTOCOPY("photocopy", "The provider reports that the licence is a photocopy", ReviewReason.Code.PROVIDER_WARNING),
    /** The image shows a screen. */
    PHOTOGRAPHED_SCREEN("photographed-screen", "The provider reports that the image is a photograph of a screen",
            ReviewReason.Code.PROVIDER_WARNING),
    /** A reflection hides a part of the document. */
    REFLECTION("reflection", "The provider reports a reflection on the licence", ReviewReason.Code.PROVIDER_WARNING),
    /** The image is not sharp. */
    BLUR("blur", "The provider reports that the image is blurred", ReviewReason.Code.PROVIDER_WARNING),
    /** The image shows only a part of the document. */
    BORDER_INCOMPLETE("border-incomplete", "The provider reports that a part of the licence is missing",
            ReviewReason.Code.PROVIDER_WARNING),
    /** The provider sent a warning that Glovebox does not know. */
    PROVIDER_WARNING("provider-warning", "The provider reports another problem", ReviewReason.Code.PROVIDER_WARNING),
    /** The provider's answer lacks a member that it always had, and has a new one: the member may have been renamed. */
    PROVIDER_MEMBERS("provider-members", "The provider's answer lacks expected members and has unknown ones",
            ReviewReason.Code.NOT_UNDERSTOOD);

    private final String id;
    private final String message;
    private final ReviewReason.Code reason;

    WarningCode(String id, String message, ReviewReason.Code reason) {
        this.id = id;
        this.message = message;
        this.reason = reason;
    }

    /** Returns the stable id in JSON, for programs. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Returns the description for people. It contains no value of the document. */
    public String message() {
        return message;
    }

    /** Returns the reason for a review; empty if a result with this warning needs no review. */
    public Optional<ReviewReason.Code> reason() {
        return Optional.ofNullable(reason);
    }
}
