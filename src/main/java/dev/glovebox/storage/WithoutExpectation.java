package dev.glovebox.storage;

import io.quarkus.runtime.annotations.RegisterForReflection;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends what is written at once, without {@code Expect: 100-continue}. Results are small, so there is nothing to save; and
 * where the
 * store refuses a condition before it has the body, the JDK's client waits for a go-ahead that never comes, or breaks off.
 */
@RegisterForReflection
public final class WithoutExpectation implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
}
