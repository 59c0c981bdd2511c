package dev.glovebox.upload;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.Result;
import dev.glovebox.testing.ResultSchemas;
import io.quarkus.test.Mock;

/** Replaces the application's bean in every test on a JVM. Fails if a result violates its schema. */
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
