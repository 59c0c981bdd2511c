package dev.glovebox.bench;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** From the start of the process to its first answer: Glovebox and the control in turns. */
final class ColdStart {

    private static final int STARTS = 40;
    private static final String FUNCTION = "license-plate";

    private ColdStart() {
    }

    static void measure(Stage stage, Stage.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        row(stage, programs, table, "a ping", i -> Buffer.buffer("{\"warmup\":true}"), i -> {
        });
        row(stage, programs, table, "a plate, in the event", i -> Stage.call(image), i -> {
        });
        row(stage, programs, table, "a plate, uploaded", i -> {
            stage.put(key(i), image);
            return Stage.uploaded(key(i));
        }, i -> stage.take(key(i), FUNCTION));
    }

    private static String key(int i) {
        return "cold/" + i + ".jpg";
    }

    /** The control gets the same event, and answers with a constant. */
    private static void row(Stage stage, Stage.Programs programs, Table table, String what, IntFunction<Buffer> event,
            IntConsumer after) {
        long[] ours = new long[STARTS];
        long[] theirs = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            theirs[i] = start(stage, programs.lambdaControl(), event.apply(i));
            ours[i] = start(stage, programs.lambda(), event.apply(i));
            after.accept(i);
        }
        Times glovebox = new Times(ours);
        Times hello = new Times(theirs);
        double bar = hello.percentile(50) * 1.25 + 10;
        table.row("cold start to the first answer, p50 of %d: %s".formatted(STARTS, what), glovebox.millis(50),
                hello.millis(50), "≤ %.1f ms".formatted(bar), glovebox.percentile(50) <= bar);
    }

    private static long start(Stage stage, Path file, Buffer event) {
        try (RuntimeApi api = new RuntimeApi()) {
            // the event waits for whoever comes: its time begins now, as the process' does
            CompletableFuture<RuntimeApi.Answer> answer = api.invoke(event, Stage.TIMEOUT);
            try (Executable function = stage.function(file, FUNCTION, api)) {
                return Stage.succeeded(answer).nanos();
            }
        }
    }
}
