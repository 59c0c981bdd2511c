package dev.glovebox.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
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
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Writes results as JSON and parses them. Registers the model for reflection, since the model uses no framework. */
@ApplicationScoped
@RegisterForReflection(targets = { Result.Succeeded.class, Result.Failed.class, Result.Processing.class, DocumentType.class,
        Source.class, ProviderTrace.class, Attempt.class, Problem.class, Warning.class, WarningCode.class, ReviewReason.class,
        ReviewReason.Code.class, VinDocument.class, VinField.class, CheckDigit.class, CheckDigit.Verdict.class, WmiRegion.class,
        Correction.class, VehicleLicenseDocument.class, LicenseKind.class, VehicleLicenseDocument.Front.class,
        VehicleLicenseDocument.Back.class, VehicleLicenseDocument.Electronic.class, Dimensions.class, UseCharacterField.class,
        LicensePlateDocument.class, Plate.class,
        PlateColor.class, PlateFormat.class, Field.class, Box.class, Point.class })
public class ResultJson {

    /** A native build initialises this class, so that an executable starts with the serialisers of all types. */
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // results of newer releases have more members
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    static {
        for (Result sample : SampleResults.ALL) {
            try {
                JSON.readValue(JSON.writeValueAsBytes(sample), StoredResult.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes a result. */
    public byte[] write(Result result) {
        try {
            return JSON.writeValueAsBytes(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses a stored result or claim; empty if Glovebox has not written it. */
    Optional<StoredResult> parse(byte[] stored) {
        try {
            return Optional.of(JSON.readValue(stored, StoredResult.class)).filter(StoredResult::isOurs);
        } catch (IOException | RuntimeException foreign) {
            return Optional.empty();
        }
    }
}
