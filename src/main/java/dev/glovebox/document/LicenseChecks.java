package dev.glovebox.document;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What two fields of a licence say about each other: where they cannot both be right, one was misread, or the licence is false.
 */
final class LicenseChecks {

    private LicenseChecks() {
    }

    /** @param warnings gets a warning for each contradiction; none where either side was not read */
    static void check(VehicleLicenseDocument license, List<Warning> warnings) {
        VehicleLicenseDocument.Front front = license.front();
        VehicleLicenseDocument.Back back = license.back();
        if (front != null && back != null && contradict(front.plateNumber(), back.plateNumber(),
                (onFront, onBack) -> !onFront.equals(onBack))) {
            warnings.add(Warning.of(WarningCode.PLATE_MISMATCH, "back.plateNumber"));
        }
        if (front != null && contradict(front.registerDate(), front.issueDate(), LocalDate::isAfter)) {
            warnings.add(Warning.of(WarningCode.DATE_ORDER, "front.issueDate"));
        }
        if (back != null && contradict(back.grossMassKg(), back.unladenMassKg(), (gross, unladen) -> gross < unladen)) {
            warnings.add(Warning.of(WarningCode.MASS_ORDER, "back.grossMassKg"));
        }
    }

    private static <T> boolean contradict(Field<T> one, Field<T> other, BiPredicate<T, T> impossible) {
        return one.value() != null && other.value() != null && impossible.test(one.value(), other.value());
    }
}
