package dev.glovebox.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.bench.AnswerBenchmark;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.ReadOptions;

/** Measures Huawei's answers. It is in this package since the mapping is package-private. */
public class HuaweiBenchmark extends AnswerBenchmark {

    public HuaweiBenchmark() {
        super("huawei", "result");
    }

    @Override
    protected NormalizedDocument<?> document(DocumentType type, ReadOptions options, JsonNode tree) {
        return HuaweiDocuments.document(type, options, tree).orElseThrow();
    }
}
