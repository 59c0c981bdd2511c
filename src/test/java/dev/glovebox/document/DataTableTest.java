package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonValue;

class DataTableTest {

    /** Loads this package again, and records the tables that it loads. */
    private static final class RecordingLoader extends URLClassLoader {

        private final Set<String> tables = new TreeSet<>();

        RecordingLoader() {
            super(new URL[] { location(DataTable.class), location(JsonValue.class) }, ClassLoader.getPlatformClassLoader());
        }

        @Override
        public URL getResource(String name) {
            if (name.endsWith(".tsv")) {
                tables.add(name.substring(name.lastIndexOf('/') + 1));
            }
            return super.getResource(name);
        }

        /** Calls a static method of a class of this package and returns the loaded tables. */
        Set<String> tablesAfter(Class<?> type, String method, Class<?> parameter, Object argument)
                throws ReflectiveOperationException {
            loadClass(type.getName()).getMethod(method, parameter.getName().startsWith("java.") ? parameter
                    : loadClass(parameter.getName())).invoke(null, argument);
            return tables;
        }

        Object reading(String text) throws ReflectiveOperationException {
            return loadClass(Reading.class.getName()).getMethod("of", String.class).invoke(null, text);
        }

        private static URL location(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }
    }

    @Test
    void vinLoadsItsTablesOnly() throws Exception {
        try (RecordingLoader loader = new RecordingLoader()) {
            assertThat(loader.tablesAfter(VinDocument.class, "of", Reading.class, loader.reading("LBV2B25G2E5069977")))
                    .containsExactly("countries.tsv", "makers.tsv");
        }
    }

    @Test
    void plateLoadsItsTableOnly() throws Exception {
        try (RecordingLoader loader = new RecordingLoader()) {
            assertThat(loader.tablesAfter(PlateFormat.class, "of", String.class, "京A12345"))
                    .containsExactly("plate-formats.tsv");
        }
    }

    @Test
    void textWithoutAVinAndAPlateLoadsNothing() throws Exception {
        try (RecordingLoader loader = new RecordingLoader()) {
            assertThat(loader.tablesAfter(VinDocument.class, "of", Reading.class, loader.reading("CHASSIS NO"))).isEmpty();
            assertThat(loader.tablesAfter(LicensePlateDocument.class, "of", List.class, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "makers.tsv", "use-characters.tsv" })
    void everyRowIsFoundByItsKeyAndNoOtherKeyIs(String name) {
        DataTable table = DataTable.load(name);

        assertThat(table.rows()).noneMatch(row -> row[0].startsWith("#"))
                .allSatisfy(row -> assertThat(table.find(row[0])).as(row[0]).hasValue(row[1]));
        for (String absent : List.of("", "#", "# wmi", "0", "LB", "BV", "BMW", "BMW Brilliance", "lbv", "LB8", "ZZZ", "非",
                "龟")) {
            assertThat(table.find(absent)).as(absent).isEmpty();
        }
    }
}
