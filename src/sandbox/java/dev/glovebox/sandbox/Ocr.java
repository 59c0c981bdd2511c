package dev.glovebox.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.benjaminwan.ocrlibrary.TextBlock;

import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.ParamConfig;

/** RapidOCR with PP-OCRv4's models: the text of an image, line by line. */
final class Ocr {

    private Ocr() {
    }

    /** The lines, from the top; one image at a time, since the engine is one native object. */
    static synchronized List<TextLine> read(SeenImage image) throws IOException {
        Path file = Files.createTempFile("glovebox-sandbox", ".img");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // when first asked it loads its library and models, which it looks for with the thread's class loader
        thread.setContextClassLoader(InferenceEngine.class.getClassLoader());
        try {
            Files.write(file, image.bytes());
            List<TextLine> lines = new ArrayList<>();
            InferenceEngine engine = InferenceEngine.getInstance(Model.ONNX_PPOCR_V4);
            for (TextBlock block : engine.runOcr(file.toString(), ParamConfig.getDefaultConfig()).getTextBlocks()) {
                lines.add(new TextLine(block.getText(),
                        block.getBoxPoint().stream().map(point -> List.of(point.getX(), point.getY())).toList(),
                        mean(block.getCharScores())));
            }
            return lines;
        } finally {
            thread.setContextClassLoader(before);
            Files.delete(file);
        }
    }

    private static double mean(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return scores.length == 0 ? 0 : Math.min(1, sum / scores.length);
    }
}
