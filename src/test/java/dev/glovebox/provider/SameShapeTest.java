package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.testing.Golden;

/** Documents of all providers have the same keys, with values of the same types or null. */
class SameShapeTest {

    @ParameterizedTest
    @CsvSource({ "vin, tencent", "vin, tencent-classic", "license-plate, tencent", "vehicle-license-front, tencent",
            "vehicle-license-back, tencent", "vehicle-license-both, tencent" })
    void shouldHaveTheShapeOfHuaweis(String name, String other) {
        assertSameShape(name, Golden.document("huawei", name).path("document"), Golden.document(other, name).path("document"));
    }

    private static void assertSameShape(String path, JsonNode one, JsonNode other) {
        if (one.isNull() || other.isNull()) {
            assertThat(one.has("value") || other.has("value")).as(path + ": a field is never null, its value may be").isFalse();
            return;
        }
        assertThat(other.getNodeType()).as(path).isEqualTo(one.getNodeType());
        if (one.isObject()) {
            assertThat(other.fieldNames()).toIterable().as(path).containsExactlyElementsOf(one::fieldNames);
            one.properties()
                    .forEach(member -> assertSameShape(path + "." + member.getKey(), member.getValue(),
                            other.get(member.getKey())));
        } else if (one.isArray()) {
            for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                assertSameShape(path + "[" + i + "]", one.get(i), other.get(i));
            }
        }
    }
}
