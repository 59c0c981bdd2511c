package dev.glovebox.watch;

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

    @Test
    void shouldReadWhatIsDroppedWithinTwoSeconds() throws IOException {
        // in dev mode the OCR engine is loaded by then
        Files.write(ROOT.resolve("license-plate/first.jpg"), Images.file("plate-01.jpg"));
        await(ROOT.resolve("license-plate/first.jpg.license-plate.json"));

        Files.createDirectories(ROOT.resolve("vin/today"));
        Files.write(ROOT.resolve("vin/today/车 1.png"), Images.file("vin-06.png"));
        Instant complete = Instant.now();
        JsonNode result = await(ROOT.resolve("vin/today/车 1.png.vin.json"));

        assertThat(Duration.between(complete, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(result.path("document").path("vin").path("value").asText()).isEqualTo("LSGVJS221NC276842");
        assertThat(result.path("source").path("bucket").asText()).isEqualTo("vin");
        assertThat(result.path("source").path("key").asText()).isEqualTo("today/车 1.png");
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
