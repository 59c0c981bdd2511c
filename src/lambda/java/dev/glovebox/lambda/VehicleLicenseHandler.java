package dev.glovebox.lambda;

import jakarta.inject.Named;

import dev.glovebox.function.Functions;

/** {@code QUARKUS_LAMBDA_HANDLER=vehicle-license} */
@Named(VehicleLicenseHandler.NAME)
public class VehicleLicenseHandler extends DocumentHandler {

    static final String NAME = "vehicle-license";

    VehicleLicenseHandler(Functions functions) {
        super(NAME, functions);
    }
}
