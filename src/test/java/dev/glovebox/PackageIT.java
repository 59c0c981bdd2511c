package dev.glovebox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

/** Deployed packages contain neither the sandbox nor its OCR engine. */
class PackageIT {

    private static final List<String> FORBIDDEN_FILES = List.of("dev/glovebox/sandbox/", "mymonstercat", "rapidocr",
            "benjaminwan",
            "libRapidOcr");
    /**
     * Packages and a library that an executable must not name. An executable contains the names of its
     * classes.
     */
    private static final List<String> FORBIDDEN_NAMES = List.of("dev.glovebox.sandbox.", "com.benjaminwan.ocrlibrary.",
            "io.github.mymonstercat.ocr.", "libRapidOcr");

    @Test
    void packagesDoNotContainTheSandbox() throws IOException {
        List<Path> packages = packages();
        assertThat(packages).as("packages of this build").isNotEmpty();

        List<String> entries = new ArrayList<>();
        for (Path file : packages) {
            if (file.toString().endsWith(".jar") || file.toString().endsWith(".zip")) {
                try (InputStream in = Files.newInputStream(file)) {
                    listEntries(file.getFileName().toString(), in, entries);
                }
            } else {
                entries.add(file.toString());
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content).as("the package contains the application").contains("dev.glovebox.function.FunctionClient");
                assertThat(FORBIDDEN_NAMES).as("in %s", file).noneMatch(content::contains);
            }
        }

        assertThat(entries).as("the package contains the application")
                .anyMatch(entry -> entry.contains("dev/glovebox/function/FunctionClient") || entry.endsWith("-runner"));
        assertThat(entries).noneMatch(entry -> FORBIDDEN_FILES.stream().anyMatch(entry::contains));
    }

    /** Finds the packages of this build. The build of the other binding may have left an executable with another name. */
    private static List<Path> packages() throws IOException {
        Path executable = Path.of(System.getProperty("native.image.path"));
        Path target = executable.getParent();
        List<Path> packages = new ArrayList<>();
        Stream.of(executable, Path.of(executable + ".jar"), target.resolve("function.zip")).filter(Files::exists)
                .forEach(packages::add);
        if (Files.exists(target.resolve("quarkus-app"))) {
            try (Stream<Path> files = Files.walk(target.resolve("quarkus-app"))) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(packages::add);
            }
        }
        return packages;
    }

    private static void listEntries(String name, InputStream in, List<String> entries) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        entries.add(name);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                listEntries(name + "!/" + entry.getName(), zip, entries);
            } else {
                entries.add(name + "!/" + entry.getName());
            }
        }
    }
}
