package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.function.Functions;

/** {@code QUARKUS_LAMBDA_HANDLER=vehicle-license} */
@Named(VehicleLicenseHandler.NAME)
public class VehicleLicenseHandler extends DocumentHandler {

    static final String NAME = "vehicle-license";

    VehicleLicenseHandler(Functions functions, InstantSource clock) {
        super(NAME, functions, clock);
    }
}
