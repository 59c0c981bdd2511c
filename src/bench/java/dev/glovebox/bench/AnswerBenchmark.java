package dev.glovebox.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.ReadOptions;

/** Maps the published answers of a provider to documents. The control is Jackson's parsing of the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class AnswerBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReadOptions BOTH = new ReadOptions(LicenseSide.BOTH, true);

    @Param({ "vin", "license-plate", "vehicle-license-front", "vehicle-license-back", "vehicle-license-both" })
    public String answer;

    private final String provider;
    private final String member;
    private byte[] bytes;
    private JsonNode tree;
    private DocumentType type;

    /** @param member the member of an answer that has the document */
    protected AnswerBenchmark(String provider, String member) {
        this.provider = provider;
        this.member = member;
    }

    /** Maps an answer of the provider. */
    protected abstract NormalizedDocument<?> document(DocumentType type, ReadOptions options, JsonNode tree);

    @Setup
    public void read() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/providers/" + provider + "/" + answer + ".json")) {
            bytes = file.readAllBytes();
        }
        tree = parse().path(member);
        type = Arrays.stream(DocumentType.values()).filter(any -> answer.startsWith(any.id())).findFirst().orElseThrow();
    }

    @Benchmark
    public NormalizedDocument<?> normalize() {
        return document(type, BOTH, tree);
    }

    @Benchmark
    public JsonNode parse() throws IOException {
        return JSON.readTree(bytes);
    }
}
