package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.S3ProxyServer;
import dev.glovebox.testing.ScriptedServer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Credentials with line ends, at the end and inside, reach neither the output nor an answer of the packaged server. */
class QuietOutputIT {

    private static final String SECRET = "not-to-be-printed";
    private static final String VIN = "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}";
    private static final String TENCENT_VIN = "{\"Response\": {\"Vin\": \"LBV2B25G2E5069977\", \"RequestId\": \"1\"}}";
    private static final String CLASSIC_VIN = """
            {"code": 0, "message": "OK", "data": {"session_id": "1", "items": [{"itemstring": "LBV2B25G2E5069977"}]}}""";
    private static final List<String> KEY_PAIR = List.of("huawei.access-key", "huawei.secret-key", "huawei.security-token");

    @TempDir
    Path folder;

    /** A provider, the settings of its credentials, its header with a credential, and its answer. */
    record Case(String provider, List<String> credentials, String header, String answer) {
    }

    static Stream<Case> providers() {
        return Stream.of(new Case("huawei", KEY_PAIR, "X-Security-Token", VIN),
                new Case("huawei", List.of("huawei.token"), "X-Auth-Token", VIN),
                new Case("tencent", List.of("tencent.secret-id", "tencent.secret-key", "tencent.token"), "X-TC-Token",
                        TENCENT_VIN),
                new Case("tencent-classic", List.of("tencent-classic.secret-id", "tencent-classic.secret-key"), null,
                        CLASSIC_VIN));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void lineEndAfterACredentialIsIgnored(Case given) throws Exception {
        try (ScriptedServer provider = new ScriptedServer()) {
            provider.answer(200, given.answer());
            Map<String, String> settings = settings(given.provider(), provider);
            given.credentials().forEach(key -> settings.put(variable("glovebox." + key), " " + SECRET + "\r\n"));

            HttpResponse<String> answer = call(settings);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(provider.requests()).singleElement().satisfies(request -> {
                if (given.header() != null) {
                    assertThat(request.headers().getFirst(given.header())).isEqualTo(SECRET);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void lineEndInsideAConfiguredCredentialStopsTheStart(Case given) throws Exception {
        for (String key : given.credentials()) {
            Map<String, String> settings = settings(given.provider(), null);
            given.credentials().forEach(other -> settings.put(variable("glovebox." + other), SECRET));
            settings.put(variable("glovebox." + key), SECRET + "\n" + SECRET);

            assertThat(outputOfFailedStart(settings)).contains("glovebox." + key + " contains a control character");
        }
    }

    /** The secret is loaded at the first call, which fails at once instead of after its time. */
    @ParameterizedTest
    @MethodSource("providers")
    void lineEndInsideAStoredCredentialFailsTheCall(Case given) throws Exception {
        String key = given.credentials().getLast();
        Path file = folder.resolve("secret.json");
        Files.writeString(file, new ObjectMapper().writeValueAsString(Map.of("member", SECRET + "\n" + SECRET)));
        try (ScriptedServer provider = new ScriptedServer()) {
            Map<String, String> settings = settings(given.provider(), provider);
            given.credentials().forEach(other -> settings.put(variable("glovebox." + other), SECRET));
            settings.put(variable("glovebox." + key), "file:" + file + "#member");

            HttpResponse<String> answer = call(settings);

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("\"code\":\"provider-auth\"",
                    "glovebox." + key + " contains a control character").doesNotContain(SECRET);
            assertThat(provider.requests()).isEmpty();
        }
    }

    @Test
    void lineEndAfterACredentialOfTheStoreIsIgnored() throws Exception {
        try (ScriptedServer provider = new ScriptedServer();
                S3ProxyServer store = new S3ProxyServer();
                S3Client s3 = store.client()) {
            provider.answer(200, VIN);
            s3.createBucket(request -> request.bucket("images"));
            s3.putObject(request -> request.bucket("images").key("car.jpg"), RequestBody.fromBytes(Images.file("vin-01.jpg")));
            Map<String, String> settings = keyPair(provider);
            settings.putAll(store.endpoint().environment());
            settings.put("GLOVEBOX_STORAGE_BUCKETS", "images");
            storeCredentials().forEach(key -> settings.computeIfPresent(variable(key), (name, value) -> value + "\n"));

            HttpResponse<String> answer = call(settings, "application/json",
                    "{\"object\": {\"bucket\": \"images\", \"key\": \"car.jpg\"}}".getBytes(StandardCharsets.UTF_8));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void lineEndInsideACredentialOfTheStoreStopsTheStart() throws Exception {
        for (String key : storeCredentials()) {
            Map<String, String> settings = keyPair(null);
            settings.put("QUARKUS_S3_AWS_CREDENTIALS_TYPE", "static");
            storeCredentials().forEach(other -> settings.put(variable(other), SECRET));
            settings.put(variable(key), SECRET + "\n" + SECRET);

            assertThat(outputOfFailedStart(settings)).contains(key + " contains a control character");
        }
    }

    /** The SDK itself reads these variables. */
    @Test
    void lineEndInsideAnAwsCredentialFailsTheCall() throws Exception {
        try (ScriptedServer store = new ScriptedServer()) {
            Map<String, String> settings = keyPair(null);
            settings.putAll(Map.of("QUARKUS_S3_ENDPOINT_OVERRIDE", store.url().toString(), "QUARKUS_S3_AWS_REGION",
                    "us-east-1", "QUARKUS_S3_PATH_STYLE_ACCESS", "true", "AWS_ACCESS_KEY_ID", "AK", "AWS_SECRET_ACCESS_KEY",
                    SECRET, "AWS_SESSION_TOKEN", SECRET + "\n" + SECRET, "GLOVEBOX_STORAGE_BUCKETS", "images"));

            HttpResponse<String> answer = call(settings, "application/json",
                    "{\"object\": {\"bucket\": \"images\", \"key\": \"car.jpg\"}}".getBytes(StandardCharsets.UTF_8));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"storage-failure\"").doesNotContain(SECRET);
            assertThat(store.requests()).isEmpty();
        }
    }

    private static List<String> storeCredentials() {
        String prefix = "quarkus.s3.aws.credentials.static-provider.";
        return List.of(prefix + "access-key-id", prefix + "secret-access-key", prefix + "session-token");
    }

    private static Map<String, String> keyPair(ScriptedServer provider) {
        Map<String, String> settings = settings("huawei", provider);
        KEY_PAIR.forEach(key -> settings.put(variable("glovebox." + key), SECRET));
        return settings;
    }

    private static Map<String, String> settings(String provider, ScriptedServer server) {
        Map<String, String> settings = new HashMap<>(Map.of("GLOVEBOX_VIN_PROVIDERS", provider,
                "GLOVEBOX_HUAWEI_PROJECT_ID", "project\n", "GLOVEBOX_TENCENT_CLASSIC_APP_ID", "1250000000\n",
                "GLOVEBOX_TIMEOUT", "20s"));
        if (!provider.equals("huawei")) {
            // the chain of the other functions
            settings.put("GLOVEBOX_PROVIDERS", "tencent");
            settings.put("GLOVEBOX_TENCENT_SECRET_ID", "id");
            settings.put("GLOVEBOX_TENCENT_SECRET_KEY", SECRET);
        }
        if (server != null) {
            settings.put(variable("glovebox." + provider + ".endpoint"), server.url().toString());
        }
        return settings;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static HttpResponse<String> call(Map<String, String> settings) throws Exception {
        return call(settings, "image/jpeg", Images.file("vin-01.jpg"));
    }

    /** Starts a server, posts one body, stops the server and checks its whole output. */
    private static HttpResponse<String> call(Map<String, String> settings, String contentType, byte[] body) throws Exception {
        List<String> lines = new ArrayList<>();
        Process server = Packaged.start(settings);
        HttpResponse<String> answer;
        try (BufferedReader log = server.inputReader(StandardCharsets.UTF_8); HttpClient client = HttpClient.newHttpClient()) {
            URI url = URI.create("http://localhost:" + Packaged.port(log) + "/vin");
            answer = client.send(HttpRequest.newBuilder(url).header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
            server.toHandle().destroy();
            log.lines().forEach(lines::add);
        } finally {
            server.destroyForcibly();
        }
        assertThat(lines).noneMatch(line -> line.contains(SECRET)).noneMatch(line -> line.contains("Authorization"));
        return answer;
    }

    private static String outputOfFailedStart(Map<String, String> settings) throws Exception {
        Process server = Packaged.start(settings);
        try {
            String output = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isNotZero();
            assertThat(output).doesNotContain(SECRET).doesNotContain("\tat ");
            return output;
        } finally {
            server.destroyForcibly();
        }
    }
}
