package dev.glovebox.bench;

import java.util.function.IntToLongFunction;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Measures the time of an event in a warm function. The stubs of provider and store answer at once. */
final class Warm {

    private static final int WARM_UP = 500;
    private static final int EVENTS = 2000;
    private static final String FUNCTION = "vin";

    private static final Buffer PING = Buffer.buffer("{\"warmup\": true}");

    private Warm() {
    }

    static void measure(Stage stage, Stage.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(200_000);
        bodies(stage, programs, table, image);
        Buffer call = Stage.call(image);
        try (RuntimeApi controlApi = new RuntimeApi();
                Executable control = stage.function(programs.lambdaControl(), "hello", controlApi);
                RuntimeApi api = new RuntimeApi();
                Executable function = stage.function(programs.lambda(), FUNCTION, api);
                Wire wire = stage.wire()) {
            inTurns(table, "200 KB uploaded; control: its requests to store and provider alone", Bar.absolute(4, 15), i -> {
                stage.put(key(i), image);
                long nanos = Stage.invoke(api, Stage.uploaded(key(i))).nanos();
                stage.verifyAndRemove(key(i), FUNCTION);
                return nanos;
            }, i -> {
                stage.put(key(i), image);
                long nanos = wire.upload(key(i), call.getBytes());
                stage.removeControl(key(i));
                return nanos;
            });
            inTurns(table, "a ping; control: hello", Bar.absolute(5, 5), i -> Stage.invoke(api, PING).nanos(),
                    i -> Stage.invoke(controlApi, PING).nanos());
            inTurns(table, "200 KB in a Lambda event; control: hello with that event", Bar.overControl(1, 5),
                    i -> Stage.invoke(api, call).nanos(), i -> Stage.invoke(controlApi, call).nanos());
        }
    }

    private static void bodies(Stage stage, Stage.Programs programs, Table table, byte[] image) {
        int port = Stage.freePort();
        int controlPort = Stage.freePort();
        try (Executable server = stage.server(programs.http(), port);
                Executable control = stage.server(programs.httpControl(), controlPort);
                Browser browser = new Browser(port);
                Browser other = new Browser(controlPort)) {
            browser.awaitServer();
            other.awaitServer();
            inTurns(table, "200 KB by HTTP; control: a constant", Bar.absolute(1, 5), i -> browser.post("/" + FUNCTION, image),
                    i -> other.post("/" + FUNCTION, image));
        }
    }

    private static String key(int i) {
        return "warm/" + i + ".jpg";
    }

    /** The bar in milliseconds: absolute, or on top of the control's time. */
    private record Bar(int p50, int p99, boolean overControl) {

        static Bar absolute(int p50, int p99) {
            return new Bar(p50, p99, false);
        }

        static Bar overControl(int p50, int p99) {
            return new Bar(p50, p99, true);
        }
    }

    private static void inTurns(Table table, String what, Bar bar, IntToLongFunction glovebox, IntToLongFunction control) {
        long[] gloveboxNanos = new long[EVENTS];
        long[] controlNanos = new long[EVENTS];
        for (int i = -WARM_UP; i < EVENTS; i++) {
            long gloveboxTime = glovebox.applyAsLong(i);
            long controlTime = control.applyAsLong(i);
            if (i >= 0) {
                gloveboxNanos[i] = gloveboxTime;
                controlNanos[i] = controlTime;
            }
        }
        row(table, what, 50, bar.p50(), bar.overControl(), new Times(gloveboxNanos), new Times(controlNanos));
        row(table, what, 99, bar.p99(), bar.overControl(), new Times(gloveboxNanos), new Times(controlNanos));
    }

    private static void row(Table table, String what, int percent, int millis, boolean overControl, Times glovebox,
            Times control) {
        double bar = millis + (overControl ? control.percentile(percent) : 0);
        table.row("warm, p%d of %d: %s".formatted(percent, EVENTS, what), glovebox.millis(percent), control.millis(percent),
                "≤ " + (overControl ? "control + " : "") + millis + " ms", glovebox.percentile(percent) <= bar);
    }
}
