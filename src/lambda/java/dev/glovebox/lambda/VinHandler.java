package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.function.Functions;

/** {@code QUARKUS_LAMBDA_HANDLER=vin} */
@Named(VinHandler.NAME)
public class VinHandler extends DocumentHandler {

    static final String NAME = "vin";

    VinHandler(Functions functions, InstantSource clock) {
        super(NAME, functions, clock);
    }
}
