package dev.glovebox.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.Box;
import dev.glovebox.document.CheckDigit;
import dev.glovebox.document.Correction;
import dev.glovebox.document.Dimensions;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Field;
import dev.glovebox.document.LicenseKind;
import dev.glovebox.document.LicensePlateDocument;
import dev.glovebox.document.Plate;
import dev.glovebox.document.PlateColor;
import dev.glovebox.document.PlateFormat;
import dev.glovebox.document.Point;
import dev.glovebox.document.Problem;
import dev.glovebox.document.ProviderTrace;
import dev.glovebox.document.Result;
import dev.glovebox.document.ReviewReason;
import dev.glovebox.document.Source;
import dev.glovebox.document.UseCharacterField;
import dev.glovebox.document.VehicleLicenseDocument;
import dev.glovebox.document.VinDocument;
import dev.glovebox.document.VinField;
import dev.glovebox.document.Warning;
import dev.glovebox.document.WarningCode;
import dev.glovebox.document.WmiRegion;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Results to bytes, and back as far as the next reader must know. The model itself knows no framework, so it is named here. */
@ApplicationScoped
@RegisterForReflection(targets = { Result.Succeeded.class, Result.Failed.class, Result.Processing.class, DocumentType.class,
        Source.class, ProviderTrace.class, Attempt.class, Problem.class, Warning.class, WarningCode.class, ReviewReason.class,
        ReviewReason.Code.class, VinDocument.class, VinField.class, CheckDigit.class, CheckDigit.Verdict.class, WmiRegion.class,
        Correction.class, VehicleLicenseDocument.class, LicenseKind.class, VehicleLicenseDocument.Front.class,
        VehicleLicenseDocument.Back.class, VehicleLicenseDocument.Electronic.class, Dimensions.class, UseCharacterField.class,
        LicensePlateDocument.class, Plate.class,
        PlateColor.class, PlateFormat.class, Field.class, Box.class, Point.class })
public class ResultJson {

    /** What the next reader must know of a result. */
    @RegisterForReflection
    public record WorkRecord(String schema, String status, Source source, Instant expiresAt, Problem error) {

        private static final Set<String> STATUSES = Set.of(Result.Succeeded.STATUS, Result.Failed.STATUS,
                Result.Processing.STATUS);

        /** Whoever else writes JSON with a status has no schema of ours. */
        private boolean isOurs() {
            return schema != null && schema.startsWith("urn:glovebox:schema:") && status != null && STATUSES.contains(status);
        }

        boolean isClaim() {
            return Result.Processing.STATUS.equals(status);
        }

        /** Why the image could not be read; empty where it could. */
        Optional<Failure> failure() {
            return Optional.ofNullable(error).flatMap(problem -> FailureCode.of(problem.code())
                    .map(code -> new Failure(code, problem.detail(), problem.provider(), problem.providerCode(),
                            RetryAdvice.NEVER, null)));
        }
    }

    /** Knows its types before the first result: this class is initialised when an executable is built. */
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // a newer release's result is ours too
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    static {
        for (Result sample : SampleResults.ALL) {
            try {
                JSON.readValue(JSON.writeValueAsBytes(sample), WorkRecord.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As it is stored. */
    public byte[] write(Result result) {
        try {
            return JSON.writeValueAsBytes(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written, as a tree. */
    JsonNode tree(byte[] stored) {
        try {
            return JSON.readTree(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a stored result says of the work; empty where it is no result of ours. */
    Optional<WorkRecord> workRecord(byte[] stored) {
        try {
            return Optional.of(JSON.readValue(stored, WorkRecord.class)).filter(WorkRecord::isOurs);
        } catch (IOException | RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
