package dev.glovebox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies between packages point in one direction. */
@AnalyzeClasses(packages = "dev.glovebox", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {

    /**
     * Excludes classes with sources in src/test, src/bench or src/fuzz. Includes the binding that is compiled with the tests.
     */
    static class WithoutTests implements ImportOption {

        private static final Pattern CLASS_NAME = Pattern.compile(".*?/(dev/glovebox/[\\w/]+?)(\\$.*)?\\.class");

        @Override
        public boolean includes(Location location) {
            Matcher name = CLASS_NAME.matcher(location.asURI().toString());
            return name.matches() && Stream.of("src/test/java", "src/bench/java", "src/fuzz/java")
                    .noneMatch(sources -> Files.exists(Path.of(sources, name.group(1) + ".java")))
                    && !name.group(1).contains("/jmh_generated/");
        }
    }

    /** Each layer and the layers that it may use. A layer uses only the layers above it. */
    @ArchTest
    static final ArchRule layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.glovebox..")
            .layer("document").definedBy("dev.glovebox.document..")
            .layer("image").definedBy("dev.glovebox.image..")
            .layer("failure").definedBy("dev.glovebox.failure..")
            .layer("trace").definedBy("dev.glovebox.trace..")
            .layer("async").definedBy("dev.glovebox.async..")
            .layer("secret").definedBy("dev.glovebox.secret..")
            .layer("provider").definedBy("dev.glovebox.provider..")
            .layer("recognition").definedBy("dev.glovebox.recognition..")
            .layer("storage").definedBy("dev.glovebox.storage..")
            .layer("trigger").definedBy("dev.glovebox.trigger..")
            .layer("upload").definedBy("dev.glovebox.upload..")
            .layer("telemetry").definedBy("dev.glovebox.telemetry..")
            .layer("settings").definedBy("dev.glovebox.settings..")
            .layer("function").definedBy("dev.glovebox.function..")
            .layer("http").definedBy("dev.glovebox.http..")
            .layer("lambda").definedBy("dev.glovebox.lambda..")
            .layer("watch").definedBy("dev.glovebox.watch..")
            .whereLayer("document").mayNotAccessAnyLayer()
            .whereLayer("image").mayNotAccessAnyLayer()
            .whereLayer("failure").mayNotAccessAnyLayer()
            .whereLayer("trace").mayNotAccessAnyLayer()
            .whereLayer("async").mayNotAccessAnyLayer()
            .whereLayer("secret").mayOnlyAccessLayers("async")
            .whereLayer("provider").mayOnlyAccessLayers("document", "image", "failure", "secret", "async")
            .whereLayer("recognition").mayOnlyAccessLayers("document", "image", "failure", "async", "provider")
            .whereLayer("storage").mayOnlyAccessLayers("failure", "trace", "async")
            .whereLayer("trigger").mayOnlyAccessLayers("document", "trace", "storage")
            .whereLayer("upload")
            .mayOnlyAccessLayers("document", "image", "failure", "trace", "async", "provider", "recognition", "storage")
            .whereLayer("telemetry").mayOnlyAccessLayers("document", "secret", "async")
            .whereLayer("settings")
            .mayOnlyAccessLayers("document", "image", "trace", "async", "secret", "provider", "recognition", "storage",
                    "upload", "telemetry")
            .whereLayer("function")
            .mayOnlyAccessLayers("document", "image", "failure", "trace", "async", "storage", "trigger", "upload", "telemetry",
                    "settings")
            .whereLayer("http").mayOnlyAccessLayers("async", "function", "trigger", "telemetry")
            .whereLayer("lambda").mayOnlyAccessLayers("function", "trigger")
            .whereLayer("watch").mayOnlyAccessLayers("function", "trigger");

    /** Bindings call functions through Funqy's registry, with decoded triggers. */
    @ArchTest
    static final ArchRule bindingsDecodeAndCallByName = noClasses().that()
            .resideInAnyPackage("dev.glovebox.http..", "dev.glovebox.lambda..", "dev.glovebox.watch..").should()
            .dependOnClassesThat().haveFullyQualifiedName("dev.glovebox.function.Functions");

    /** Nothing in the application calls the annotated methods: only Funqy does. */
    @ArchTest
    static final ArchRule functionsAreCalledByFunqyOnly = noClasses().that().resideInAPackage("dev.glovebox..")
            .and().doNotHaveSimpleName("Functions").and().haveSimpleNameNotStartingWith("Functions_").should()
            .dependOnClassesThat().haveFullyQualifiedName("dev.glovebox.function.Functions");

    @ArchTest
    static final ArchRule noCycles = slices().matching("dev.glovebox.(**)").should().beFreeOfCycles();

    /** Only the class that loads the tables of this package does input. */
    @ArchTest
    static final ArchRule documentIsPure = classes().that().resideInAPackage("dev.glovebox.document..").and()
            .doNotHaveSimpleName("DataTable").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.glovebox.document..", "java.lang..", "java.util..", "java.time..", "java.text..",
                    "java.math..", "com.fasterxml.jackson.annotation..");

    /** Only the class that loads the table of top-level domains does input. */
    @ArchTest
    static final ArchRule imageIsPure = classes().that().resideInAPackage("dev.glovebox.image..").and()
            .doNotHaveSimpleName("PublicHosts").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.glovebox.image..", "java.lang..", "java.util..", "java.net..",
                    "java.nio.charset..");

    @ArchTest
    static final ArchRule sandboxDoesNotUseTheApplication = noClasses().that().resideInAPackage("dev.glovebox.sandbox..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.glovebox.document..", "dev.glovebox.image..",
                    "dev.glovebox.provider..", "dev.glovebox.recognition..", "dev.glovebox.storage..", "dev.glovebox.trigger..",
                    "dev.glovebox.upload..", "dev.glovebox.settings..", "dev.glovebox.function..", "dev.glovebox.http..",
                    "dev.glovebox.lambda..", "dev.glovebox.watch..");

    @ArchTest
    static final ArchRule applicationDoesNotUseTheSandbox = noClasses().that()
            .resideOutsideOfPackage("dev.glovebox.sandbox..").should().dependOnClassesThat()
            .resideInAPackage("dev.glovebox.sandbox..");

    @ArchTest
    static final ArchRule providersAreUsedThroughTheirInterface = noClasses().that()
            .resideInAnyPackage("dev.glovebox.recognition..", "dev.glovebox.trigger..", "dev.glovebox.upload..",
                    "dev.glovebox.function..", "dev.glovebox.http..", "dev.glovebox.lambda..", "dev.glovebox.watch..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.glovebox.provider.*..");
}
