package dev.glovebox.lambda;

import jakarta.inject.Named;

import dev.glovebox.function.Functions;

/** {@code QUARKUS_LAMBDA_HANDLER=license-plate} */
@Named(LicensePlateHandler.NAME)
public class LicensePlateHandler extends DocumentHandler {

    static final String NAME = "license-plate";

    LicensePlateHandler(Functions functions) {
        super(NAME, functions);
    }
}
