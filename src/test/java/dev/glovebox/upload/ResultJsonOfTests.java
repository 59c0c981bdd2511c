package dev.glovebox.upload;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.Result;
import dev.glovebox.testing.ResultSchemas;
import io.quarkus.test.Mock;

/** In place of the application's own in every test on a JVM: what does not obey its schema is not written. */
@Mock
@ApplicationScoped
class ResultJsonOfTests extends ResultJson {

    @Override
    public byte[] write(Result result) {
        byte[] written = super.write(result);
        ResultSchemas.check(written);
        return written;
    }
}
