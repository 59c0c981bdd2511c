package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.sandbox.Sandbox;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Dev mode's folders: dropped in, read, the JSON beside it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(FolderWatcherTest.InAFolder.class)
class FolderWatcherTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = temporary();

    public static class InAFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("glovebox.storage.type", "folder", "glovebox.storage.folder", ROOT.toString());
        }
    }

    Sandbox sandbox;

    @Test
    void shouldReadWhatIsDroppedWithinTwoSeconds() throws IOException {
        Files.createDirectories(ROOT.resolve("vin/today"));
        Path image = Files.write(ROOT.resolve("vin/today/车 1.png"), Images.file("vin-06.png"));
        Instant complete = Instant.now();

        JsonNode result = await(ROOT.resolve("vin/today/车 1.png.vin.json"));

        // the first image also loads the OCR models
        assertThat(Duration.between(complete, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(result.path("document").path("vin").path("value").asText()).isEqualTo("LSGVJS221NC276842");
        assertThat(result.path("source").path("bucket").asText()).isEqualTo("vin");
        assertThat(result.path("source").path("key").asText()).isEqualTo("today/车 1.png");
        assertThat(image).exists();

        Files.write(ROOT.resolve("license-plate/b.jpg"), Images.file("plate-07.jpg"));
        Instant second = Instant.now();
        await(ROOT.resolve("license-plate/b.jpg.license-plate.json"));
        assertThat(Duration.between(second, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void shouldIgnoreResultsAndHiddenFiles() throws IOException {
        int calls = sandbox.calls().of("vin");
        Files.write(ROOT.resolve("vin/other.jpg.license-plate.json"), Images.file("vin-01.jpg"));
        Files.write(ROOT.resolve("vin/.partial.jpg"), Images.file("vin-01.jpg"));
        Files.write(ROOT.resolve("vin/z.jpg"), Images.file("vin-08.jpg"));

        await(ROOT.resolve("vin/z.jpg.vin.json"));

        assertThat(sandbox.calls().of("vin")).as("z.jpg, and those of the other test").isBetween(calls + 1, calls + 2);
        assertThat(ROOT.resolve("vin/other.jpg.license-plate.json.vin.json")).doesNotExist();
        assertThat(ROOT.resolve("vin/.partial.jpg.vin.json")).doesNotExist();
    }

    @Test
    void shouldSayWhyAFileCannotBeRead() throws IOException {
        Files.writeString(ROOT.resolve("vin/notes.txt"), "no image at all");

        JsonNode result = await(ROOT.resolve("vin/notes.txt.vin.json"));

        assertThat(result.path("status").asText()).isEqualTo("failed");
        assertThat(result.path("error").path("code").asText()).isEqualTo("unsupported-image");
    }

    /** The final result, once it is there: what is first there may be the claim. */
    private static JsonNode await(Path result) throws IOException {
        Instant end = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(end)) {
            if (Files.exists(result)) {
                JsonNode json = JSON.readTree(Files.readAllBytes(result));
                if (!json.path("status").asText().equals("processing")) {
                    return json;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError(result.getFileName() + " did not appear");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("glovebox-folder");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
