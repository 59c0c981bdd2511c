package dev.glovebox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The documented answers of the providers, and the documents expected from them. */
public final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Golden() {
    }

    /** Returns an answer from the provider's documentation. */
    public static JsonNode answer(String provider, String name) {
        return resource(provider + "/" + name + ".json");
    }

    /** Returns the document and the warnings expected from that answer. */
    public static JsonNode document(String provider, String name) {
        return resource(provider + "/" + name + ".golden.json");
    }

    /** Returns the JSON of a document and its warnings, as in a result. */
    public static JsonNode json(Object normalized) {
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
