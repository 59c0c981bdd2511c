package dev.glovebox.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.glovebox.document.Result;
import dev.glovebox.failure.FailureCode;
import io.quarkus.runtime.annotations.RegisterForReflection;

class ResultJsonTest {

    /** A native executable cannot write types that are not registered. */
    @Test
    void everyTypeOfAResultIsRegistered() {
        Set<Class<?>> reached = new LinkedHashSet<>();
        reach(Result.class, reached);

        assertThat(ResultJson.class.getAnnotation(RegisterForReflection.class).targets())
                .containsExactlyInAnyOrderElementsOf(reached);
    }

    @Test
    void parsesAResultOfANewerRelease() {
        assertThat(new ResultJson().parse(
                """
                        {"schema": "urn:glovebox:schema:vin-1", "status": "failed", "review": true,
                         "source": {"etag": "e", "orientation": 6}, "error": {"code": "not-recognized", "detail": "d", "instance": "x"}}"""
                        .getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(result -> {
                    assertThat(result.source().etag()).isEqualTo("e");
                    assertThat(result.outcome(new byte[0])).isInstanceOfSatisfying(UploadOutcome.Failed.class,
                            failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.NOT_RECOGNIZED));
                });
    }

    private static void reach(Type type, Set<Class<?>> reached) {
        if (type instanceof ParameterizedType parameterized) {
            reach(parameterized.getRawType(), reached);
            for (Type argument : parameterized.getActualTypeArguments()) {
                reach(argument, reached);
            }
        } else if (type instanceof Class<?> named && named.getName().startsWith("dev.glovebox.")) {
            if (named.isSealed()) {
                for (Class<?> permitted : named.getPermittedSubclasses()) {
                    reach(permitted, reached);
                }
            } else if (reached.add(named) && named.isRecord()) {
                for (RecordComponent component : named.getRecordComponents()) {
                    reach(component.getGenericType(), reached);
                }
            }
        }
    }
}
