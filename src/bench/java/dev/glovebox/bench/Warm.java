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

    static void measure(Testbed testbed, Testbed.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(200_000);
        measureBodies(testbed, programs, table, image);
        Buffer call = Testbed.imageEvent(image);
        try (RuntimeApi controlApi = new RuntimeApi();
                Executable control = testbed.function(programs.lambdaControl(), "hello", controlApi);
                RuntimeApi api = new RuntimeApi();
                Executable function = testbed.function(programs.lambda(), FUNCTION, api);
                ControlClient controlClient = testbed.controlClient()) {
            measureAlternately(table, "200 KB uploaded; control: only the requests to store and provider",
                    Limit.absolute(4, 15), i -> {
                        testbed.put(key(i), image);
                        long nanos = Testbed.invoke(api, Testbed.uploadEvent(key(i))).nanos();
                        testbed.verifyAndRemove(key(i), FUNCTION);
                        return nanos;
                    }, i -> {
                        testbed.put(key(i), image);
                        long nanos = controlClient.upload(key(i), call.getBytes());
                        testbed.removeControl(key(i));
                        return nanos;
                    });
            measureAlternately(table, "a ping; control: \"hello\"", Limit.absolute(5, 5),
                    i -> Testbed.invoke(api, PING).nanos(),
                    i -> Testbed.invoke(controlApi, PING).nanos());
            measureAlternately(table, "200 KB in a Lambda event; control: \"hello\" with the same event",
                    Limit.overControl(1, 5),
                    i -> Testbed.invoke(api, call).nanos(), i -> Testbed.invoke(controlApi, call).nanos());
        }
    }

    private static void measureBodies(Testbed testbed, Testbed.Programs programs, Table table, byte[] image) {
        int port = Testbed.freePort();
        int controlPort = Testbed.freePort();
        try (Executable server = testbed.server(programs.http(), port);
                Executable control = testbed.server(programs.httpControl(), controlPort);
                LoadClient client = new LoadClient(port);
                LoadClient other = new LoadClient(controlPort)) {
            client.awaitServer();
            other.awaitServer();
            measureAlternately(table, "200 KB over HTTP; control: a constant answer", Limit.absolute(1, 5),
                    i -> client.post("/" + FUNCTION, image),
                    i -> other.post("/" + FUNCTION, image));
        }
    }

    private static String key(int i) {
        return "warm/" + i + ".jpg";
    }

    /** The limit in milliseconds: absolute, or in addition to the control's time. */
    private record Limit(int p50, int p99, boolean overControl) {

        static Limit absolute(int p50, int p99) {
            return new Limit(p50, p99, false);
        }

        static Limit overControl(int p50, int p99) {
            return new Limit(p50, p99, true);
        }
    }

    private static void measureAlternately(Table table, String what, Limit limit, IntToLongFunction glovebox,
            IntToLongFunction control) {
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
        row(table, what, 50, limit.p50(), limit.overControl(), new Times(gloveboxNanos), new Times(controlNanos));
        row(table, what, 99, limit.p99(), limit.overControl(), new Times(gloveboxNanos), new Times(controlNanos));
    }

    private static void row(Table table, String what, int percent, int millis, boolean overControl, Times glovebox,
            Times control) {
        double limit = millis + (overControl ? control.percentile(percent) : 0);
        table.row("warm, p%d of %d: %s".formatted(percent, EVENTS, what), glovebox.millis(percent), control.millis(percent),
                "≤ " + (overControl ? "control + " : "") + millis + " ms", glovebox.percentile(percent) <= limit);
    }
}
