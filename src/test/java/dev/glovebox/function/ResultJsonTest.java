package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.glovebox.document.Result;
import io.quarkus.runtime.annotations.RegisterForReflection;

class ResultJsonTest {

    /** A type that is forgotten is written otherwise, or not at all, in a native executable only. */
    @Test
    void shouldRegisterEveryTypeThatAResultIsMadeOf() {
        Set<Class<?>> reached = new LinkedHashSet<>();
        reach(Result.class, reached);

        assertThat(ResultJson.class.getAnnotation(RegisterForReflection.class).targets())
                .containsExactlyInAnyOrderElementsOf(reached);
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
