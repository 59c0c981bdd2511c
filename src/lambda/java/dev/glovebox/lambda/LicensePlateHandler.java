package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.function.FunctionClient;
import dev.glovebox.function.Invocations;

/** The handler for {@code QUARKUS_LAMBDA_HANDLER=license-plate}. */
@Named(LicensePlateHandler.NAME)
public class LicensePlateHandler extends DocumentHandler {

    static final String NAME = "license-plate";

    LicensePlateHandler(FunctionClient functions, Invocations invocations, InstantSource clock) {
        super(NAME, functions, invocations, clock);
    }
}
