package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.document.DocumentType;
import dev.glovebox.function.FunctionPath;

/** {@code QUARKUS_LAMBDA_HANDLER=vehicle-license} */
@Named("vehicle-license")
public class VehicleLicenseHandler extends DocumentHandler {

    VehicleLicenseHandler(FunctionPath path, InstantSource clock) {
        super(DocumentType.VEHICLE_LICENSE, path, clock);
    }
}
