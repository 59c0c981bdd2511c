package dev.glovebox.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.jboss.logging.Logger;

import com.benjaminwan.ocrlibrary.TextBlock;

import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.ParamConfig;

/** Reads the text of an image line by line, by RapidOCR with the models of PP-OCRv4. Thread-safe. */
final class Ocr {

    private static final Logger LOG = Logger.getLogger(Ocr.class);

    private Ocr() {
    }

    /** Returns the lines from top to bottom. Reads one image at a time, since the engine is one native object. */
    static synchronized List<TextLine> read(ImageFile image) throws IOException {
        Path file = Files.createTempFile("glovebox-sandbox", ".img");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // the first read loads the library and the models by the thread's class loader
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

    /** Loads the library and the models. Logs a failure. */
    static void warmUp() {
        try {
            ByteArrayOutputStream blank = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", blank);
            read(ImageFile.of(blank.toByteArray()));
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.warn("The OCR engine does not load on this system", e);
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
