package dev.glovebox.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.bench.AnswerBenchmark;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.ReadOptions;

/** Huawei's answers. Here, since its mapping is nobody else's business. */
public class HuaweiBenchmark extends AnswerBenchmark {

    public HuaweiBenchmark() {
        super("huawei", "result");
    }

    @Override
    protected NormalizedDocument<?> document(DocumentType type, ReadOptions options, JsonNode tree) {
        return HuaweiDocuments.document(type, options, tree).orElseThrow();
    }
}
