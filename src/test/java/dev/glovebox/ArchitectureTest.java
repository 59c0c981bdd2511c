package dev.glovebox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows between packages point one way. */
@AnalyzeClasses(packages = "dev.glovebox", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {

    /** Both bindings are looked at, though one of them is compiled with the tests. */
    static class WithoutTests implements ImportOption {
        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location
                    .matches(java.util.regex.Pattern.compile(".*(Test|IT|Tests|TestSettings|Benchmark)(\\$.*)?\\.class"))
                    && !location.contains("/testing/") && !location.contains("/jmh_generated/")
                    && !location.contains("Test$");
        }
    }

    @ArchTest
    static final ArchRule layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.glovebox..")
            .layer("document").definedBy("dev.glovebox.document..")
            .layer("image").definedBy("dev.glovebox.image..")
            .layer("storage").definedBy("dev.glovebox.storage..")
            .layer("async").definedBy("dev.glovebox.async..")
            .layer("secret").definedBy("dev.glovebox.secret..")
            .layer("provider").definedBy("dev.glovebox.provider..")
            .layer("recognition").definedBy("dev.glovebox.recognition..")
            .layer("trigger").definedBy("dev.glovebox.trigger..")
            .layer("telemetry").definedBy("dev.glovebox.telemetry..")
            .layer("function").definedBy("dev.glovebox.function..")
            .layer("http").definedBy("dev.glovebox.http..")
            .layer("lambda").definedBy("dev.glovebox.lambda..")
            .whereLayer("document").mayNotAccessAnyLayer()
            .whereLayer("image").mayNotAccessAnyLayer()
            .whereLayer("storage").mayNotAccessAnyLayer()
            .whereLayer("async").mayNotAccessAnyLayer()
            .whereLayer("secret").mayNotAccessAnyLayer()
            .whereLayer("provider").mayOnlyAccessLayers("document", "image", "secret", "async")
            .whereLayer("recognition").mayOnlyAccessLayers("document", "image", "provider")
            .whereLayer("trigger").mayOnlyAccessLayers("document", "storage")
            .whereLayer("telemetry").mayOnlyAccessLayers("document", "secret", "async")
            .whereLayer("function")
            .mayOnlyAccessLayers("document", "image", "storage", "provider", "recognition", "trigger", "telemetry",
                    "secret", "async")
            .whereLayer("http").mayOnlyAccessLayers("function", "telemetry", "document")
            .whereLayer("lambda").mayOnlyAccessLayers("function")
            .whereLayer("http").mayNotBeAccessedByAnyLayer()
            .whereLayer("lambda").mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule noCycles = slices().matching("dev.glovebox.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule documentIsPure = classes().that().resideInAPackage("dev.glovebox.document..").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.glovebox.document..", "java.lang..", "java.util..", "java.time..", "java.text..",
                    "java.math..", "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule imageIsPure = classes().that().resideInAPackage("dev.glovebox.image..").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.glovebox.image..", "java.lang..", "java.util..", "java.net..");

    @ArchTest
    static final ArchRule sandboxReadsTheProtocolByItself = noClasses().that().resideInAPackage("dev.glovebox.sandbox..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.glovebox.document..", "dev.glovebox.image..",
                    "dev.glovebox.provider..", "dev.glovebox.recognition..", "dev.glovebox.storage..", "dev.glovebox.trigger..",
                    "dev.glovebox.function..", "dev.glovebox.http..", "dev.glovebox.lambda..");

    @ArchTest
    static final ArchRule nobodyNeedsTheSandbox = noClasses().that().resideOutsideOfPackage("dev.glovebox.sandbox..").should()
            .dependOnClassesThat().resideInAPackage("dev.glovebox.sandbox..");

    @ArchTest
    static final ArchRule providersAreReachedThroughThePort = noClasses().that()
            .resideInAnyPackage("dev.glovebox.recognition..", "dev.glovebox.trigger..", "dev.glovebox.http..",
                    "dev.glovebox.lambda..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.glovebox.provider.*..");
}
