package dev.glovebox.bench;

import java.util.List;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Measures the resident memory with the largest allowed image, and after many events. */
final class MemoryUse {

    /** The heap of a function with 128 MB. The executable needs the rest. */
    static final String HEAP = "-Xmx48m";

    private static final int LARGEST = 7_400_000;
    private static final int LARGEST_FOR_TENCENT = 5_500_000;
    private static final int LARGEST_FOR_CLASSIC = 4_700_000;
    /** Lambda limits an event to 6 MB, and the image is Base64. */
    private static final int LARGEST_IN_EVENT = 4_400_000;
    private static final int IMAGES = 20;
    private static final int EVENTS = 10_000;
    private static final int BAR_MB = 110;
    /** The most connections of failed events that may wait for the garbage collector. */
    private static final int MAX_OPEN_CONNECTIONS = 64;

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
                stage.verifyAndRemove(key, name);
            }
            row(table, "%.1f MB from S3, %s, %s".formatted(bytes / 1e6, name, provider), function, control);
        }
    }

    /** Reads two images at once, as the default settings allow. */
    private static void pairs(Stage stage, Stage.Programs programs, Table table, String control) {
        byte[] image = Pictures.jpeg(LARGEST);
        try (RuntimeApi api = new RuntimeApi(); Executable function = stage.function(programs.lambda(), "vin", api, HEAP)) {
            for (int i = 0; i < IMAGES; i++) {
                String one = "pair/" + i + "a.jpg";
                String other = "pair/" + i + "b.jpg";
                stage.put(one, image);
                stage.put(other, image);
                Stage.invoke(api, Stage.uploaded(one, other));
                stage.verifyAndRemove(one, "vin");
                stage.verifyAndRemove(other, "vin");
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
            row(table, "4.4 MB in the event (6 MB, Lambda's limit)", function, control);
        }
    }

    private static void row(Table table, String what, Executable executable, String control) {
        long peak = executable.peakKb();
        table.row("peak resident set, " + HEAP + ": " + what, mb(peak), control, "≤ " + BAR_MB + " MB", peak <= BAR_MB * 1024L);
    }

    /** Alternates uploads and calls, with a failure every tenth time. The heap has reached its size after the first half. */
    private static void steadiness(Stage stage, Stage.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        Buffer call = Stage.call(image);
        try (RuntimeApi api = new RuntimeApi(); Executable function = stage.function(programs.lambda(), "vin", api, HEAP)) {
            long first = 0;
            long threads = 0;
            long descriptors = 0;
            for (int i = 1; i <= EVENTS; i++) {
                if (i % 10 == 0) {
                    Stage.invokeWithFailure(api);
                } else if (i % 2 == 0) {
                    Stage.invoke(api, call);
                } else {
                    String key = "steady/" + i + ".jpg";
                    stage.put(key, image);
                    Stage.invoke(api, Stage.uploaded(key));
                    stage.verifyAndRemove(key, "vin");
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
                            && function.descriptors() - descriptors <= MAX_OPEN_CONNECTIONS);
        }
    }

    private static String mb(long kb) {
        return "%.1f MB".formatted(kb / 1024.0);
    }
}
