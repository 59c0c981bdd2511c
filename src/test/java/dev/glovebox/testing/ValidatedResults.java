package dev.glovebox.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Validates every result that a test reads from a store. */
final class ValidatedResults implements ExecutionInterceptor {

    @Override
    public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!(context.request() instanceof GetObjectRequest get) || !get.key().endsWith(".json")
                || !context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return context.responseBody().map(body -> {
            try {
                byte[] object = body.readAllBytes();
                ResultSchemas.check(object);
                return new ByteArrayInputStream(object);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
