package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.ScriptedServer;

/** The packaged server in other time zones and locales, with environment variables that it does not know. */
class ElsewhereIT {

    @ParameterizedTest
    @CsvSource({ "Asia/Shanghai, C", "America/New_York, tr_TR.UTF-8" })
    void signsInUtcAndKeepsChineseText(String zone, String locale) throws Exception {
        try (ScriptedServer provider = new ScriptedServer(); HttpClient client = HttpClient.newHttpClient()) {
            provider.answer(200, "{\"result\": [{\"plate_number\": \"粤B12345\", \"plate_color\": \"blue\"}]}");
            Process server = Packaged.start(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(),
                    "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID",
                    "project", "TZ", zone, "LC_ALL", locale, "LANG", locale, "GLOVEBOX_OF_ANOTHER_RELEASE", "1", "GLOVEBOX",
                    "box"));
            try (BufferedReader log = Packaged.output(server)) {
                byte[] answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + Packaged.port(log) + "/license-plate/"))
                                .header("Content-Type", "IMAGE/JPEG; x=y").header("accept-ENCODING", "gzip, br")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(Images.file("plate-02.jpg"))).build(),
                        HttpResponse.BodyHandlers.ofByteArray()).body();

                JsonNode result = new ObjectMapper().readTree(new String(answer, StandardCharsets.UTF_8));
                assertThat(result.at("/document/plates/0/number/value").asText()).isEqualTo("粤B12345");
                assertThat(Instant.parse(result.path("processedAt").asText())).isCloseTo(Instant.now(),
                        within(1, ChronoUnit.MINUTES));
                String signingTime = provider.requests().getFirst().headers().getFirst("X-Sdk-Date");
                assertThat(LocalDateTime.parse(signingTime, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
                        .toInstant(ZoneOffset.UTC)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            } finally {
                server.destroyForcibly();
            }
        }
    }
}
