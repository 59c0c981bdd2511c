package dev.glovebox.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.RecordedEvents;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A file in the folder of a function gets its result beside it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(FolderWatcherTest.FolderProfile.class)
class FolderWatcherTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = temporary();

    public static class FolderProfile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("glovebox.storage.type", "folder", "glovebox.storage.folder", ROOT.toString());
        }
    }

    @Inject
    RecordedEvents events;

    @Test
    void droppedImageGetsItsResult() throws Exception {
        Files.createDirectories(ROOT.resolve("vin/today"));
        Files.write(ROOT.resolve("vin/today/车 1.png"), Images.file("vin-06.png"));

        JsonNode result = await("vin", ROOT.resolve("vin/today/车 1.png.vin.json"));

        assertThat(result.path("document").path("vin").path("value").asText()).isEqualTo("LSGVJS221NC276842");
        assertThat(result.path("source").path("bucket").asText()).isEqualTo("vin");
        assertThat(result.path("source").path("key").asText()).isEqualTo("today/车 1.png");
    }

    @Test
    void droppedFileThatIsNotAnImageGetsItsFailure() throws Exception {
        Files.writeString(ROOT.resolve("license-plate/notes.txt"), "no image at all");

        JsonNode result = await("license-plate", ROOT.resolve("license-plate/notes.txt.license-plate.json"));

        assertThat(result.path("status").asText()).isEqualTo("failed");
        assertThat(result.path("error").path("code").asText()).isEqualTo("unsupported-image");
    }

    /** The event of a reading is published after its result was written. */
    private JsonNode await(String function, Path result) throws Exception {
        events.await(event -> event.function().equals(function) && event.isReading());
        return JSON.readTree(Files.readAllBytes(result));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("glovebox-folder");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
