package dev.glovebox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The providers' documented answers, and the documents that are expected of them. */
public final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Golden() {
    }

    /** A provider's answer, as its page has it. */
    public static JsonNode answer(String provider, String name) {
        return resource(provider + "/" + name + ".json");
    }

    /** What becomes of it: the document and its warnings. */
    public static JsonNode document(String provider, String name) {
        return resource(provider + "/" + name + ".golden.json");
    }

    /** A document and its warnings as results have them. */
    public static JsonNode written(Object normalized) {
        return JSON.valueToTree(normalized);
    }

    private static JsonNode resource(String path) {
        try (InputStream file = Golden.class.getResourceAsStream("/providers/" + path)) {
            assertThat(file).as(path).isNotNull();
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
