package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.function.FunctionClient;
import dev.glovebox.function.Invocations;

/** The handler for {@code QUARKUS_LAMBDA_HANDLER=vin}. */
@Named(VinHandler.NAME)
public class VinHandler extends DocumentHandler {

    static final String NAME = "vin";

    VinHandler(FunctionClient functions, Invocations invocations, InstantSource clock) {
        super(NAME, functions, invocations, clock);
    }
}
