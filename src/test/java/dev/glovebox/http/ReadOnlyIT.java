package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.ScriptedServer;

/** The packaged server cannot write any file. Its temporary folder is a plain file here. */
class ReadOnlyIT {

    @TempDir
    Path folder;

    @Test
    void worksWithoutAWritableFolder() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("tmp"));
        try (ScriptedServer provider = new ScriptedServer(); HttpClient client = HttpClient.newHttpClient()) {
            provider.answer(200, "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}");
            Process server = Packaged.start(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(),
                    "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID",
                    "project"), "-Djava.io.tmpdir=" + noFolder);
            try (BufferedReader log = Packaged.output(server)) {
                URI url = URI.create("http://localhost:" + Packaged.port(log));

                assertThat(send(client, HttpRequest.newBuilder(url.resolve("/vin")).header("Content-Type", "image/jpeg")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Images.file("vin-01.jpg"))))).isEqualTo(200);
                assertThat(send(client, HttpRequest.newBuilder(url.resolve("/schemas/vin-1.json")))).isEqualTo(200);
                assertThat(send(client, HttpRequest.newBuilder(url.resolve("/q/health/ready")))).isEqualTo(200);
                assertThat(noFolder).isEmptyFile();
            } finally {
                server.destroyForcibly();
            }
        }
    }

    private static int send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
