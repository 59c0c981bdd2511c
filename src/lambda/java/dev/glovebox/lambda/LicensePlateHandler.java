package dev.glovebox.lambda;

import java.time.InstantSource;

import jakarta.inject.Named;

import dev.glovebox.document.DocumentType;
import dev.glovebox.function.FunctionPath;

/** {@code QUARKUS_LAMBDA_HANDLER=license-plate} */
@Named("license-plate")
public class LicensePlateHandler extends DocumentHandler {

    LicensePlateHandler(FunctionPath path, InstantSource clock) {
        super(DocumentType.LICENSE_PLATE, path, clock);
    }
}
