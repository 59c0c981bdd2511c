package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.ScriptedServer;

/** The settings of the packaged server contain references to secrets. */
class SecretsIT {

    @TempDir
    Path folder;

    @Test
    void loadsAKeyPairFromSecretsManagerOnce() throws Exception {
        try (ScriptedServer aws = new ScriptedServer(); ScriptedServer provider = new ScriptedServer()) {
            aws.answer(400, "{\"__type\": \"AccessDeniedException\", \"Message\": \"not-to-be-printed\"}").answer(200,
                    "{\"SecretString\": \"{\\\"ak\\\": \\\"AKVALUE\\\", \\\"sk\\\": \\\"not-to-be-printed\\\"}\"}");
            provider.answer(200, "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}").answer(200,
                    "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}");
            Map<String, String> settings = settings(provider);
            settings.put("GLOVEBOX_HUAWEI_ACCESS_KEY", "aws-secretsmanager:glovebox/huawei#ak");
            settings.put("GLOVEBOX_HUAWEI_SECRET_KEY", "aws-secretsmanager:glovebox/huawei#sk");
            settings.put("GLOVEBOX_SECRETS_SECRETS_MANAGER_ENDPOINT", aws.url().toString());
            Process server = Packaged.start(settings);
            try (BufferedReader log = Packaged.output(server)) {
                URI url = URI.create("http://localhost:" + Packaged.port(log) + "/vin");

                HttpResponse<String> refused = call(url);
                assertThat(refused.statusCode()).isEqualTo(502);
                assertThat(refused.body()).contains("\"code\":\"provider-auth\"",
                        "glovebox.huawei.access-key, glovebox.huawei.secret-key could not be loaded",
                        "AccessDeniedException").doesNotContain("not-to-be-printed");
                assertThat(call(url).statusCode()).isEqualTo(200);
                assertThat(call(url).statusCode()).isEqualTo(200);
                assertThat(call(url.resolve("/invoke")).statusCode()).as("no such function").isEqualTo(404);

                assertThat(aws.requests()).hasSize(2)
                        .allSatisfy(request -> assertThat(request.headers().getFirst("Authorization"))
                                .contains("Credential=AKID/", "/eu-west-1/secretsmanager/aws4_request"));
                assertThat(provider.requests()).hasSize(2).allSatisfy(request -> assertThat(
                        request.headers().getFirst("Authorization")).contains("Access=AKVALUE,"));
            } finally {
                server.destroyForcibly();
            }
        }
    }

    @Test
    void loadsATokenFromAFile() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "a-token\n");
        try (ScriptedServer provider = new ScriptedServer()) {
            provider.answer(200, "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}");
            Map<String, String> settings = settings(provider);
            settings.put("GLOVEBOX_HUAWEI_TOKEN", "file:" + token);
            Process server = Packaged.start(settings);
            try (BufferedReader log = Packaged.output(server)) {
                assertThat(call(URI.create("http://localhost:" + Packaged.port(log) + "/vin")).statusCode()).isEqualTo(200);

                assertThat(provider.requests()).singleElement()
                        .satisfies(call -> assertThat(call.headers().getFirst("X-Auth-Token")).isEqualTo("a-token"));
            } finally {
                server.destroyForcibly();
            }
        }
    }

    private static Map<String, String> settings(ScriptedServer provider) {
        return new HashMap<>(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(), "GLOVEBOX_HUAWEI_PROJECT_ID",
                "project", "AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "not-to-be-printed", "AWS_REGION",
                "eu-west-1"));
    }

    private static HttpResponse<String> call(URI url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(url).header("Content-Type", "image/jpeg")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Images.file("vin-01.jpg"))).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
