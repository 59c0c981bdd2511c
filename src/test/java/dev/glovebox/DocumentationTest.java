package dev.glovebox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.glovebox.failure.FailureCode;
import dev.glovebox.provider.CallSettings;
import dev.glovebox.settings.GloveboxSettings;
import io.smallrye.config.WithDefault;

/** The documentation agrees with the code. */
class DocumentationTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path DOCS = ROOT.resolve("src/site/markdown");
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules", ".git", ".bench", "data");

    private static final int MAX_README_WORDS = 1_800;
    private static final int MAX_TERMS = 15;

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```\\s*?$");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)>\\s]+)>?[^)]*\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#* *$");
    private static final Pattern SETTING_ROW = Pattern.compile("(?m)^\\| `(glovebox\\.[^`]+)` \\|(.*)$");
    private static final Pattern ARROW = Pattern.compile("(?m)^ *(\\w+) --> (\\w+)$");
    private static final Pattern LAYER_RULE = Pattern
            .compile("whereLayer\\(\"(\\w+)\"\\)\\s*\\.may(?:NotAccessAnyLayer|OnlyAccessLayers)\\(([^)]*)\\)");

    @Test
    void everySettingIsDocumentedWithItsDefault() {
        Map<String, String> rows = settingRows();

        assertThat(settings()).allSatisfy((key, defaultValue) -> {
            String row = rows.getOrDefault(key, rows.get(sharedKey(key)));
            assertThat(row).as("the row of %s in settings.md", key).isNotNull().contains("| " + defaultValue + " |");
        });
    }

    @Test
    void everyDocumentedSettingExists() {
        Set<String> known = settings().keySet().stream().flatMap(key -> Stream.of(key, sharedKey(key)))
                .collect(Collectors.toSet());

        assertThat(known).containsAll(settingRows().keySet());
    }

    @Test
    void everyFailureCodeHasAHeading() {
        assertThat(headings(read(DOCS.resolve("failures.md"))))
                .containsAll(Arrays.stream(FailureCode.values()).map(FailureCode::id).toList());
    }

    @Test
    void everyRelativeLinkHasAnExistingFileAndAnchor() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            String text = CODE_SPAN.matcher(withoutCodeBlocks(read(page))).replaceAll("");
            LINK.matcher(text).results().map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                    .filter(link -> !link.matches("[a-z][a-z0-9+.-]*:.*") && !targetExists(page, link))
                    .forEach(link -> broken.add(ROOT.relativize(page) + ": " + link));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void readmeIsShort() {
        assertThat(read(ROOT.resolve("README.md")).strip().split("\\s+").length).isLessThanOrEqualTo(MAX_README_WORDS);
    }

    @Test
    void architectureHasFewTerms() {
        String terms = section(read(DOCS.resolve("architecture.md")), "Terms");

        assertThat(terms.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| term |")))
                .isNotEmpty().hasSizeLessThanOrEqualTo(MAX_TERMS);
    }

    @Test
    void dependencyDiagramAgreesWithTheArchitectureTest() {
        Map<String, Set<String>> rules = LAYER_RULE
                .matcher(read(ROOT.resolve("src/test/java/dev/glovebox/ArchitectureTest.java"))).results()
                .collect(Collectors.toMap(rule -> rule.group(1), rule -> names(rule.group(2))));
        Map<String, Set<String>> arrows = ARROW.matcher(read(DOCS.resolve("architecture.md"))).results().collect(Collectors
                .groupingBy(arrow -> arrow.group(1), Collectors.mapping(arrow -> arrow.group(2), Collectors.toSet())));

        assertThat(rules).isNotEmpty();
        assertThat(rules.keySet()).containsAll(arrows.keySet());
        assertThat(rules).allSatisfy((layer, allowed) -> {
            assertThat(allowed).as("arrows of %s", layer).containsAll(arrows.getOrDefault(layer, Set.of()));
            assertThat(reachable(layer, arrows)).as("packages that %s reaches by arrows", layer).containsAll(allowed);
        });
    }

    private static Set<String> names(String list) {
        return Pattern.compile("\"(\\w+)\"").matcher(list).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        for (String next : arrows.getOrDefault(from, Set.of())) {
            reached.add(next);
            reached.addAll(reachable(next, arrows));
        }
        return reached;
    }

    /** Returns the documented default of each setting by its key. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        collect(GloveboxSettings.class, "glovebox", settings);
        return settings;
    }

    private static void collect(Class<?> mapping, String prefix, Map<String, String> settings) {
        // the default of the most specific declaration applies
        for (Method method : Arrays.stream(mapping.getMethods()).filter(method -> !method.isSynthetic()).toList()) {
            String key = prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (method.getReturnType().isInterface() && method.getReturnType().getName().startsWith("dev.glovebox.")) {
                collect(method.getReturnType(), key, settings);
            } else {
                WithDefault defaultValue = method.getAnnotation(WithDefault.class);
                settings.put(key, defaultValue == null ? "unset" : "`" + defaultValue.value() + "`");
            }
        }
    }

    /** Returns the key of a setting that all providers share, with a placeholder for the provider. */
    private static String sharedKey(String key) {
        return Arrays.stream(GloveboxSettings.class.getMethods())
                .filter(method -> CallSettings.class.isAssignableFrom(method.getReturnType()))
                .map(method -> "glovebox." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".")
                .filter(key::startsWith).findFirst().map(provider -> "glovebox.<provider>." + key.substring(provider.length()))
                .orElse(key);
    }

    private static Map<String, String> settingRows() {
        Map<String, String> rows = new HashMap<>();
        SETTING_ROW.matcher(read(DOCS.resolve("settings.md"))).results()
                .forEach(row -> assertThat(rows.put(row.group(1), row.group(2))).as("second row of %s", row.group(1)).isNull());
        return rows;
    }

    private static boolean targetExists(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(read(target)).contains(parts[1]));
    }

    /** Returns the anchors that GitHub gives to the headings: the second heading of a name gets {@code -1}. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> uses = new HashMap<>();
        for (String heading : headings(text)) {
            String anchor = heading.replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "").replace(' ', '-');
            int earlier = uses.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        }
        return anchors;
    }

    private static List<String> headings(String text) {
        return HEADING.matcher(withoutCodeBlocks(text)).results().map(heading -> heading.group(1)).toList();
    }

    private static String section(String text, String heading) {
        return Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)").matcher(text).results()
                .map(section -> section.group(1)).findFirst().orElse("");
    }

    private static String withoutCodeBlocks(String text) {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED_FOLDERS.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
