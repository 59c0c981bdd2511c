package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.function.Functions;

/** {@code QUARKUS_LAMBDA_HANDLER=license-plate} */
@Named(LicensePlateHandler.NAME)
public class LicensePlateHandler extends DocumentHandler {

    static final String NAME = "license-plate";

    LicensePlateHandler(Functions functions, InstantSource clock) {
        super(NAME, functions, clock);
    }
}
