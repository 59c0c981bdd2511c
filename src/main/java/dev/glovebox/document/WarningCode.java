package dev.glovebox.document;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The doubts that a result can tell of. */
public enum WarningCode {
    /** Text was read that the field's rule does not understand: the value is null. */
    NOT_UNDERSTOOD("not-understood", "The text could not be turned into a value", ReviewReason.Code.NOT_UNDERSTOOD),
    /** The provider answered, and found nothing of the document. */
    NOTHING_FOUND("nothing-found", "The provider found no such document in the image", ReviewReason.Code.NOTHING_FOUND),
    /** I, O or Q was read in a VIN; {@code corrections} tells where. */
    VIN_CHARACTER_MAPPED("vin-character-mapped", "No VIN holds I, O or Q: read as 1, 0 and 0", null),
    /** 18 characters were read, the first an I. */
    VIN_PREFIX_DROPPED("vin-prefix-dropped", "An import mark I before the VIN was dropped", null),
    /** Position 9 is not the digit that the market prescribes. */
    VIN_CHECK_DIGIT("vin-check-digit", "The check digit does not fit the other characters", ReviewReason.Code.CHECK_DIGIT),
    /** The check digit apart, the characters cannot be a VIN's: a masked one, or another text of that length. */
    VIN_IMPLAUSIBLE("vin-implausible", "No maker gives out such a VIN", ReviewReason.Code.CROSS_CHECK),
    /** The number was misread, or the plate is one of the few kinds that have no format here. */
    PLATE_FORMAT("plate-format", "The number is of no known format", ReviewReason.Code.NOT_UNDERSTOOD),
    /** Number and colour of a plate contradict each other. */
    PLATE_COLOR("plate-color", "Plates of this format do not come in this colour", ReviewReason.Code.CROSS_CHECK),
    /** A licence's two pages are of two vehicles. */
    PLATE_MISMATCH("plate-mismatch", "Front and back name different plates", ReviewReason.Code.CROSS_CHECK),
    /** A vehicle heavier empty than it may be full. */
    MASS_ORDER("mass-order", "The gross mass is below the unladen mass", ReviewReason.Code.CROSS_CHECK),
    /** A licence older than the registration that it certifies. */
    DATE_ORDER("date-order", "The licence was issued before the vehicle was registered", ReviewReason.Code.CROSS_CHECK),
    /** The image shows a copy. */
    PHOTOCOPY("photocopy", "The provider takes the licence for a photocopy", ReviewReason.Code.PROVIDER_WARNING),
    /** The image shows a screen. */
    PHOTOGRAPHED_SCREEN("photographed-screen", "The provider takes the image for a photograph of a screen",
            ReviewReason.Code.PROVIDER_WARNING),
    /** Light hides a part of the document. */
    REFLECTION("reflection", "The provider finds a reflection on the licence", ReviewReason.Code.PROVIDER_WARNING),
    /** The image is not sharp. */
    BLUR("blur", "The provider finds the image blurred", ReviewReason.Code.PROVIDER_WARNING),
    /** The image shows a part of the document only. */
    BORDER_INCOMPLETE("border-incomplete", "The provider finds a part of the licence missing",
            ReviewReason.Code.PROVIDER_WARNING),
    /** A warning of the provider's that is not known here. */
    PROVIDER_WARNING("provider-warning", "The provider warns of something else", ReviewReason.Code.PROVIDER_WARNING),
    /** A member that is always there is not, and there is one that never was: it may have been renamed. */
    PROVIDER_MEMBERS("provider-members", "The provider's answer lacks members that it had, and has others",
            ReviewReason.Code.NOT_UNDERSTOOD);

    private final String id;
    private final String message;
    private final ReviewReason.Code reason;

    WarningCode(String id, String message, ReviewReason.Code reason) {
        this.id = id;
        this.message = message;
        this.reason = reason;
    }

    /** The stable word for programs. */
    @JsonValue
    public String id() {
        return id;
    }

    /** For people; names no value of the document. */
    public String message() {
        return message;
    }

    /** Why a person should look at a result with this doubt; empty where none need to. */
    public Optional<ReviewReason.Code> reason() {
        return Optional.ofNullable(reason);
    }
}
