package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.document.DocumentType;
import dev.glovebox.function.FunctionPath;

/** {@code QUARKUS_LAMBDA_HANDLER=vin} */
@Named("vin")
public class VinHandler extends DocumentHandler {

    VinHandler(FunctionPath path, InstantSource clock) {
        super(DocumentType.VIN, path, clock);
    }
}
