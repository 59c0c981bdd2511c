package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.function.FunctionClient;
import dev.glovebox.function.Invocations;

/** The handler for {@code QUARKUS_LAMBDA_HANDLER=vehicle-license}. */
@Named(VehicleLicenseHandler.NAME)
public class VehicleLicenseHandler extends DocumentHandler {

    static final String NAME = "vehicle-license";

    VehicleLicenseHandler(FunctionClient functions, Invocations invocations, InstantSource clock) {
        super(NAME, functions, invocations, clock);
    }
}
