package dev.glovebox.provider.tencent;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.bench.AnswerBenchmark;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.ReadOptions;

/** Measures Tencent's answers. It is in this package since the mapping is package-private. */
public class TencentBenchmark extends AnswerBenchmark {

    public TencentBenchmark() {
        super("tencent", "Response");
    }

    @Override
    protected NormalizedDocument<?> document(DocumentType type, ReadOptions options, JsonNode tree) {
        return TencentDocuments.document(type, options, tree).orElseThrow();
    }
}
