package dev.glovebox.bench;

import java.util.List;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Resident memory with the largest image that is allowed, and after many events. */
final class MemoryUse {

    /** What a function of 128 MB is given; the rest is the executable's own. */
    static final String HEAP = "-Xmx48m";

    private static final int LARGEST = 7_400_000;
    private static final int LARGEST_FOR_TENCENT = 5_500_000;
    private static final int LARGEST_FOR_CLASSIC = 4_700_000;
    /** The most that Lambda hands over at once is 6 MB, as Base64. */
    private static final int LARGEST_IN_EVENT = 4_400_000;
    private static final int IMAGES = 20;
    private static final int EVENTS = 10_000;
    private static final int BAR_MB = 110;
    /** Connections of failed events that wait for the garbage collector, at most. */
    private static final int LEFT = 64;

    private MemoryUse() {
    }

    static void measure(Stage stage, Stage.Programs programs, Table table) {
        String control = control(stage, programs);
        for (String function : List.of("vin", "vehicle-license", "license-plate")) {
            uploads(stage, programs, table, function, "huawei", LARGEST, control);
        }
        uploads(stage, programs, table, "vin", "tencent", LARGEST_FOR_TENCENT, control);
        uploads(stage, programs, table, "vin", "tencent-classic", LARGEST_FOR_CLASSIC, control);
        pairs(stage, programs, table, control);
        bodies(stage, programs, table);
        calls(stage, programs, table, control);
        steadiness(stage, programs, table);
    }

    private static String control(Stage stage, Stage.Programs programs) {
        try (RuntimeApi api = new RuntimeApi();
                Executable function = stage.function(programs.lambdaControl(), "hello", api, HEAP)) {
            for (int i = 0; i < IMAGES; i++) {
                Stage.invoke(api, Stage.uploaded("none.jpg"));
            }
            return mb(function.peakKb());
        }
    }

    private static void uploads(Stage stage, Stage.Programs programs, Table table, String name, String provider, int bytes,
            String control) {
        byte[] image = Pictures.jpeg(bytes);
        try (RuntimeApi api = new RuntimeApi();
                Executable function = stage.function(programs.lambda(), name, provider, api, HEAP)) {
            for (int i = 0; i < IMAGES; i++) {
                String key = "large/" + i + ".jpg";
                stage.put(key, image);
                Stage.invoke(api, Stage.uploaded(key));
                stage.take(key, name);
            }
            row(table, "%.1f MB from S3, %s, %s".formatted(bytes / 1e6, name, provider), function, control);
        }
    }

    /** As many at once as are by default. */
    private static void pairs(Stage stage, Stage.Programs programs, Table table, String control) {
        byte[] image = Pictures.jpeg(LARGEST);
        try (RuntimeApi api = new RuntimeApi(); Executable function = stage.function(programs.lambda(), "vin", api, HEAP)) {
            for (int i = 0; i < IMAGES; i++) {
                String one = "pair/" + i + "a.jpg";
                String other = "pair/" + i + "b.jpg";
                stage.put(one, image);
                stage.put(other, image);
                Stage.invoke(api, Stage.uploaded(one, other));
                stage.take(one, "vin");
                stage.take(other, "vin");
            }
            row(table, "two of 7.4 MB from S3 in one event", function, control);
        }
    }

    private static void bodies(Stage stage, Stage.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(LARGEST);
        int port = Stage.freePort();
        try (Executable server = stage.server(programs.http(), port, HEAP); Browser browser = new Browser(port)) {
            browser.awaitServer();
            for (int i = 0; i < IMAGES; i++) {
                browser.post("/vin", image);
            }
            row(table, "7.4 MB by HTTP body", server, "");
            for (int i = 0; i < IMAGES; i++) {
                browser.post("/vin", "application/json", Stage.call(image).getBytes());
            }
            row(table, "7.4 MB in JSON by HTTP (9.9 MB)", server, "");
        }
    }

    private static void calls(Stage stage, Stage.Programs programs, Table table, String control) {
        Buffer event = Stage.call(Pictures.jpeg(LARGEST_IN_EVENT));
        try (RuntimeApi api = new RuntimeApi(); Executable function = stage.function(programs.lambda(), "vin", api, HEAP)) {
            for (int i = 0; i < IMAGES; i++) {
                Stage.invoke(api, event);
            }
            row(table, "4.4 MB in the event (6 MB, Lambda's most)", function, control);
        }
    }

    private static void row(Table table, String what, Executable executable, String control) {
        long peak = executable.peakKb();
        table.row("peak resident set, " + HEAP + ": " + what, mb(peak), control, "≤ " + BAR_MB + " MB", peak <= BAR_MB * 1024L);
    }

    /** Uploads and calls in turns, a failure now and then; the heap has found its size after the first half. */
    private static void steadiness(Stage stage, Stage.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        Buffer call = Stage.call(image);
        try (RuntimeApi api = new RuntimeApi(); Executable function = stage.function(programs.lambda(), "vin", api, HEAP)) {
            long first = 0;
            long threads = 0;
            long descriptors = 0;
            for (int i = 1; i <= EVENTS; i++) {
                if (i % 10 == 0) {
                    Stage.invokeInVain(api);
                } else if (i % 2 == 0) {
                    Stage.invoke(api, call);
                } else {
                    String key = "steady/" + i + ".jpg";
                    stage.put(key, image);
                    Stage.invoke(api, Stage.uploaded(key));
                    stage.take(key, "vin");
                }
                if (i == EVENTS / 2) {
                    first = function.residentKb();
                    threads = function.threads();
                    descriptors = function.descriptors();
                }
            }
            long last = function.residentKb();
            table.row("resident set after %,d events; control: after %,d".formatted(EVENTS, EVENTS / 2), mb(last),
                    mb(first), "+ ≤ 5 MB", last - first <= 5 * 1024);
            table.row("threads, descriptors; control: likewise", function.threads() + ", " + function.descriptors(),
                    threads + ", " + descriptors, "+ ≤ 2, ≤ 64", function.threads() - threads <= 2
                            && function.descriptors() - descriptors <= LEFT);
        }
    }

    private static String mb(long kb) {
        return "%.1f MB".formatted(kb / 1024.0);
    }
}
