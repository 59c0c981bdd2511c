package dev.glovebox.storage;

import io.quarkus.runtime.annotations.RegisterForReflection;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends request bodies at once, without {@code Expect: 100-continue}.
 *
 * <p>
 * Results are small, so the header saves nothing. If the store refuses a condition before it has the body, the JDK's client
 * waits for a continuation that never comes, or breaks the connection.
 */
@RegisterForReflection
public final class WithoutExpectation implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
}
