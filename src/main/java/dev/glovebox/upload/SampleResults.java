package dev.glovebox.upload;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.Box;
import dev.glovebox.document.CheckDigit;
import dev.glovebox.document.Correction;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseField;
import dev.glovebox.document.LicenseKind;
import dev.glovebox.document.LicensePages;
import dev.glovebox.document.LicensePlateDocument;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.PlateColor;
import dev.glovebox.document.PlateReading;
import dev.glovebox.document.ProviderTrace;
import dev.glovebox.document.Reading;
import dev.glovebox.document.Result;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.document.Source;
import dev.glovebox.document.VehicleLicenseDocument;
import dev.glovebox.document.VinDocument;
import dev.glovebox.document.VinField;
import dev.glovebox.document.WmiRegion;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;

/** One result of each kind with every member, to load the JSON serialisers of all types before the first real result. */
public final class SampleResults {

    private static final Box BOX = Box.ofCorners(List.of(List.of(1, 1), List.of(9, 1), List.of(9, 5), List.of(1, 5)));
    private static final Source SOURCE = new Source("bucket", "car.jpg", "1", "etag", "0A", 1L, "jpeg", 1, 1);

    static final List<Result> ALL = List.of(
            succeeded(DocumentType.VIN, VinDocument.of(reading("1M8GDM9A_KP042788"))),
            succeeded(DocumentType.VIN, vin()),
            succeeded(DocumentType.LICENSE_PLATE, LicensePlateDocument.of(List.of(
                    new PlateReading(reading("京A12345"), "green", PlateColor.GREEN)))),
            succeeded(DocumentType.VEHICLE_LICENSE, VehicleLicenseDocument.of(
                    new LicensePages(LicenseKind.ELECTRONIC, page(), page(), page()))),
            new Result.Failed(DocumentType.VIN, SOURCE, trace(DocumentType.VIN),
                    ProblemDetails.of(Failure.of(FailureCode.NOT_RECOGNIZED, "A sample")), Instant.EPOCH),
            new Result.Processing(DocumentType.VIN, SOURCE, "claim", Instant.EPOCH, 1));

    private SampleResults() {
    }

    private static Result succeeded(DocumentType type, NormalizedDocument<?> normalized) {
        return new Result.Succeeded(type, SOURCE, trace(type), normalized, new ReviewRule(1).reasons(normalized),
                Instant.EPOCH, null);
    }

    /** Returns a VIN without its rules, since they load tables that other documents do not need. */
    private static NormalizedDocument<VinDocument> vin() {
        CheckDigit checkDigit = new CheckDigit("X", "X", CheckDigit.Verdict.VALID);
        return new NormalizedDocument<>(new VinDocument(new VinField("1M8GDM9AXKP042788", "1M8GDM9AXKP042788", 0.5, BOX,
                checkDigit,
                "1M8", WmiRegion.NORTH_AMERICA, "US", "Motor Coach Industries", "GDM9AX", "KP042788", List.of(1989, 2019),
                List.of(new Correction(1, "I", "1")), List.of())), List.of());
    }

    private static ProviderTrace trace(DocumentType type) {
        return new ProviderTrace("sample", type.id(), "request", List.of(new Attempt("sample", Attempt.SUCCEEDED, 1)));
    }

    private static Map<LicenseField, Reading> page() {
        Map<LicenseField, Reading> page = new EnumMap<>(LicenseField.class);
        for (LicenseField field : LicenseField.values()) {
            page.put(field, switch (field) {
                case REGISTER_DATE, ISSUE_DATE, MANDATORY_SCRAPPING_DATE -> reading("2014-03-01");
                case INSPECTION_VALID_UNTIL -> reading("2014-03");
                case GENERATED_AT -> reading("2014-03-01 10:00:00");
                case APPROVED_PASSENGERS -> reading("5人");
                case GROSS_MASS, UNLADEN_MASS, APPROVED_LOAD, TRACTION_MASS -> reading("1500kg");
                case DIMENSIONS -> reading("4500×1800×1500mm");
                case INSPECTION_RECORD -> reading("检验有效期至2016年03月");
                case USE_CHARACTER -> reading("非营运");
                default -> reading("A1");
            });
        }
        return page;
    }

    private static Reading reading(String text) {
        return new Reading(text, 0.5, BOX);
    }
}
