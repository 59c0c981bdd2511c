package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.DocumentType;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.testing.ResultSchemas;
import dev.glovebox.trigger.TriggerReader;

/** The OpenAPI description matches the functions. A public linter checks its form ({@code .ci/run}). */
class OpenApiTest {

    private static final List<String> NAMES = Arrays.stream(DocumentType.values()).map(DocumentType::id).toList();

    private static final JsonNode API = ResultSchemas.resource("openapi.json");

    @Test
    void describesEveryFunctionAndSchema() {
        Set<String> paths = new TreeSet<>();
        NAMES.forEach(name -> paths.add("/" + name));
        paths.add("/schemas/{name}.json");

        assertThat(API.path("openapi").asText()).startsWith("3.1.");
        assertThat(API.path("paths").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(paths);
        assertThat(API.at("/paths/~1schemas~1{name}.json/get/parameters/0/schema/enum")).extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(ResultSchemas.NAMES);
    }

    @Test
    void listsExactlyTheStatusesOfTheFailureCodes() {
        Set<String> statuses = Arrays.stream(FailureCode.values()).map(code -> String.valueOf(code.status()))
                .collect(Collectors.toSet());
        statuses.addAll(List.of("200", "204"));

        for (String name : NAMES) {
            assertThat(API.path("paths").path("/" + name).path("post").path("responses").fieldNames()).toIterable()
                    .containsExactlyInAnyOrderElementsOf(statuses);
        }
    }

    @Test
    void exampleOfEachFailureHasItsStatus() {
        API.at("/components/responses").forEach(response -> {
            JsonNode problem = response.at("/content/application~1problem+json/example");
            FailureCode code = FailureCode.of(problem.path("code").asText()).orElseThrow();

            ResultSchemas.validate("problem-1", problem);
            assertThat(problem.path("type").asText()).isEqualTo("urn:glovebox:problem:" + code.id());
            assertThat(problem.path("status").asInt()).isEqualTo(code.status());
            assertThat(problem.path("title").asText()).isEqualTo(code.title());
            assertThat(problem.path("retryable").asBoolean()).isEqualTo(code.isRetryable());
        });
        API.at("/paths").forEach(path -> path.path("post").path("responses").properties().stream()
                .filter(response -> response.getValue().has("$ref"))
                .forEach(response -> assertThat(API.at(response.getValue().path("$ref").asText().substring(1))
                        .at("/content/application~1problem+json/example/status").asText()).isEqualTo(response.getKey())));
    }

    @Test
    void exampleResultsMatchTheirSchemas() {
        for (String name : NAMES) {
            JsonNode answer = API.path("paths").path("/" + name).at("/post/responses/200/content/application~1json");
            JsonNode result = answer.at("/examples/result/value");

            assertThat(answer.at("/schema/anyOf/0/$ref").asText()).isEqualTo("schemas/" + name + "-1.json");
            assertThat(result.path("function").asText()).isEqualTo(name);
            ResultSchemas.validate(name + "-1", result);
        }
    }

    @Test
    void exampleRequestsAreValid() {
        List<String> triggers = new ArrayList<>();
        for (String name : NAMES) {
            API.path("paths").path("/" + name).at("/post/requestBody/content/application~1json/examples").properties()
                    .forEach(example -> triggers.add(example.getKey() + " "
                            + TriggerReader.read(example.getValue().path("value").toString().getBytes(StandardCharsets.UTF_8))
                                    .getClass().getSimpleName()));
        }

        assertThat(triggers).containsOnly("inline Call", "url Call", "object Call", "event Uploads", "ping Ping").hasSize(15);
    }
}
