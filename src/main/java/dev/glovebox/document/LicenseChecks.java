package dev.glovebox.document;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/** Compares fields of a vehicle licence. If two fields contradict each other, one is misread, or the licence is forged. */
final class LicenseChecks {

    private LicenseChecks() {
    }

    /**
     * Adds a warning for each contradiction. Fields without a value contradict nothing.
     *
     * @param warnings receives the warnings
     */
    static void check(VehicleLicenseDocument license, List<Warning> warnings) {
        VehicleLicenseDocument.Front front = license.front();
        VehicleLicenseDocument.Back back = license.back();
        if (front != null && back != null && contradict(front.plateNumber(), back.plateNumber(),
                (frontNumber, backNumber) -> !frontNumber.equals(backNumber))) {
            warnings.add(Warning.of(WarningCode.PLATE_MISMATCH, "back.plateNumber"));
        }
        if (front != null && contradict(front.registerDate(), front.issueDate(), LocalDate::isAfter)) {
            warnings.add(Warning.of(WarningCode.DATE_ORDER, "front.issueDate"));
        }
        if (back != null && contradict(back.grossMassKg(), back.unladenMassKg(), (gross, unladen) -> gross < unladen)) {
            warnings.add(Warning.of(WarningCode.MASS_ORDER, "back.grossMassKg"));
        }
    }

    private static <T> boolean contradict(Field<T> first, Field<T> second, BiPredicate<T, T> contradiction) {
        return first.value() != null && second.value() != null && contradiction.test(first.value(), second.value());
    }
}
