package dev.glovebox.bench;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Measures the time from the start of a process to its first answer. The starts of Glovebox and of the control alternate. */
final class ColdStart {

    private static final int STARTS = 40;
    private static final String FUNCTION = "license-plate";

    private ColdStart() {
    }

    static void measure(Testbed testbed, Testbed.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        row(testbed, programs, table, "a ping", i -> Buffer.buffer("{\"warmup\":true}"), i -> {
        });
        row(testbed, programs, table, "a plate in the event", i -> Testbed.imageEvent(image), i -> {
        });
        row(testbed, programs, table, "an uploaded plate", i -> {
            testbed.put(key(i), image);
            return Testbed.uploadEvent(key(i));
        }, i -> testbed.verifyAndRemove(key(i), FUNCTION));
    }

    private static String key(int i) {
        return "cold/" + i + ".jpg";
    }

    /** Adds a row. The control gets the same event and answers with a constant. */
    private static void row(Testbed testbed, Testbed.Programs programs, Table table, String what, IntFunction<Buffer> event,
            IntConsumer after) {
        long[] gloveboxNanos = new long[STARTS];
        long[] controlNanos = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            controlNanos[i] = start(testbed, programs.lambdaControl(), event.apply(i));
            gloveboxNanos[i] = start(testbed, programs.lambda(), event.apply(i));
            after.accept(i);
        }
        Times glovebox = new Times(gloveboxNanos);
        Times control = new Times(controlNanos);
        double limit = control.percentile(50) * 1.25 + 10;
        table.row("cold start to the first answer, p50 of %d: %s".formatted(STARTS, what), glovebox.millis(50),
                control.millis(50), "≤ %.1f ms".formatted(limit), glovebox.percentile(50) <= limit);
    }

    private static long start(Testbed testbed, Path file, Buffer event) {
        try (RuntimeApi api = new RuntimeApi()) {
            // the event waits for the process, so that its time includes the start
            CompletableFuture<RuntimeApi.Answer> answer = api.invoke(event, Testbed.TIMEOUT);
            try (Executable function = testbed.function(file, FUNCTION, api)) {
                return Testbed.succeeded(answer).nanos();
            }
        }
    }
}
