package dev.glovebox.bench;

import java.util.List;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Measures two things: the peak memory with images of the largest allowed size, and the growth of memory over many events. */
final class MemoryUse {

    /** The heap limit for a function with 128 MB of memory. The executable's code and native memory need the rest. */
    static final String HEAP = "-Xmx48m";

    private static final int MAX_IMAGE_BYTES = 7_400_000;
    private static final int MAX_IMAGE_BYTES_TENCENT = 5_500_000;
    private static final int MAX_IMAGE_BYTES_TENCENT_CLASSIC = 4_700_000;
    /** Lambda limits an event to 6 MB, and the image is Base64. */
    private static final int MAX_IMAGE_BYTES_IN_EVENT = 4_400_000;
    private static final int IMAGE_COUNT = 20;
    private static final int EVENT_COUNT = 10_000;
    private static final int MAX_PEAK_MB = 110;
    /**
     * The limit of additional open connections. Failed events leave connections open until the garbage collector closes them.
     */
    private static final int MAX_OPEN_CONNECTIONS = 64;

    private MemoryUse() {
    }

    static void measure(Testbed testbed, Testbed.Programs programs, Table table) {
        String controlPeak = measureControl(testbed, programs);
        for (String function : List.of("vin", "vehicle-license", "license-plate")) {
            measureUploads(testbed, programs, table, function, "huawei", MAX_IMAGE_BYTES, controlPeak);
        }
        measureUploads(testbed, programs, table, "vin", "tencent", MAX_IMAGE_BYTES_TENCENT, controlPeak);
        measureUploads(testbed, programs, table, "vin", "tencent-classic", MAX_IMAGE_BYTES_TENCENT_CLASSIC, controlPeak);
        measurePairs(testbed, programs, table, controlPeak);
        measureBodies(testbed, programs, table);
        measureInlineImages(testbed, programs, table, controlPeak);
        measureGrowth(testbed, programs, table);
    }

    private static String measureControl(Testbed testbed, Testbed.Programs programs) {
        try (RuntimeApi api = new RuntimeApi();
                Executable function = testbed.function(programs.lambdaControl(), "hello", api, HEAP)) {
            for (int i = 0; i < IMAGE_COUNT; i++) {
                Testbed.invoke(api, Testbed.uploadEvent("none.jpg"));
            }
            return mb(function.peakKb());
        }
    }

    private static void measureUploads(Testbed testbed, Testbed.Programs programs, Table table, String name, String provider,
            int bytes,
            String controlPeak) {
        byte[] image = Pictures.jpeg(bytes);
        try (RuntimeApi api = new RuntimeApi();
                Executable function = testbed.function(programs.lambda(), name, provider, api, HEAP)) {
            for (int i = 0; i < IMAGE_COUNT; i++) {
                String key = "large/" + i + ".jpg";
                testbed.put(key, image);
                Testbed.invoke(api, Testbed.uploadEvent(key));
                testbed.verifyAndRemove(key, name);
            }
            addPeak(table, "%.1f MB from S3, %s, %s".formatted(bytes / 1e6, name, provider), function, controlPeak);
        }
    }

    /** Reads two images at once, as the default settings allow. */
    private static void measurePairs(Testbed testbed, Testbed.Programs programs, Table table, String controlPeak) {
        byte[] image = Pictures.jpeg(MAX_IMAGE_BYTES);
        try (RuntimeApi api = new RuntimeApi(); Executable function = testbed.function(programs.lambda(), "vin", api, HEAP)) {
            for (int i = 0; i < IMAGE_COUNT; i++) {
                String one = "pair/" + i + "a.jpg";
                String other = "pair/" + i + "b.jpg";
                testbed.put(one, image);
                testbed.put(other, image);
                Testbed.invoke(api, Testbed.uploadEvent(one, other));
                testbed.verifyAndRemove(one, "vin");
                testbed.verifyAndRemove(other, "vin");
            }
            addPeak(table, "two images of 7.4 MB from S3 in one event", function, controlPeak);
        }
    }

    private static void measureBodies(Testbed testbed, Testbed.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(MAX_IMAGE_BYTES);
        int port = Testbed.freePort();
        try (Executable server = testbed.server(programs.http(), port, HEAP); LoadClient client = new LoadClient(port)) {
            client.awaitServer();
            for (int i = 0; i < IMAGE_COUNT; i++) {
                client.post("/vin", image);
            }
            addPeak(table, "7.4 MB as an HTTP body", server, "");
            for (int i = 0; i < IMAGE_COUNT; i++) {
                client.post("/vin", "application/json", Testbed.imageEvent(image).getBytes());
            }
            addPeak(table, "7.4 MB in JSON over HTTP (9.9 MB)", server, "");
        }
    }

    private static void measureInlineImages(Testbed testbed, Testbed.Programs programs, Table table, String controlPeak) {
        Buffer event = Testbed.imageEvent(Pictures.jpeg(MAX_IMAGE_BYTES_IN_EVENT));
        try (RuntimeApi api = new RuntimeApi(); Executable function = testbed.function(programs.lambda(), "vin", api, HEAP)) {
            for (int i = 0; i < IMAGE_COUNT; i++) {
                Testbed.invoke(api, event);
            }
            addPeak(table, "4.4 MB in the event (6 MB, Lambda's limit)", function, controlPeak);
        }
    }

    private static void addPeak(Table table, String what, Executable executable, String controlPeak) {
        long peak = executable.peakKb();
        table.row("peak memory (resident set), " + HEAP + ": " + what, mb(peak), controlPeak, "≤ " + MAX_PEAK_MB + " MB",
                peak <= MAX_PEAK_MB * 1024L);
    }

    /**
     * Alternates uploads and inline images. Every tenth image is unreadable. After half of the events, the heap no longer
     * grows.
     */
    private static void measureGrowth(Testbed testbed, Testbed.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        Buffer call = Testbed.imageEvent(image);
        try (RuntimeApi api = new RuntimeApi(); Executable function = testbed.function(programs.lambda(), "vin", api, HEAP)) {
            long halfwayKb = 0;
            long halfwayThreads = 0;
            long halfwayDescriptors = 0;
            for (int i = 1; i <= EVENT_COUNT; i++) {
                if (i % 10 == 0) {
                    Testbed.invokeWithFailure(api);
                } else if (i % 2 == 0) {
                    Testbed.invoke(api, call);
                } else {
                    String key = "growth/" + i + ".jpg";
                    testbed.put(key, image);
                    Testbed.invoke(api, Testbed.uploadEvent(key));
                    testbed.verifyAndRemove(key, "vin");
                }
                if (i == EVENT_COUNT / 2) {
                    halfwayKb = function.residentKb();
                    halfwayThreads = function.threads();
                    halfwayDescriptors = function.descriptors();
                }
            }
            long finalKb = function.residentKb();
            table.row("memory after %,d events; control: after %,d".formatted(EVENT_COUNT, EVENT_COUNT / 2), mb(finalKb),
                    mb(halfwayKb), "≤ control + 5 MB", finalKb - halfwayKb <= 5 * 1024);
            table.row(
                    "threads and file descriptors after %,d events; control: after %,d".formatted(EVENT_COUNT, EVENT_COUNT / 2),
                    function.threads() + ", " + function.descriptors(),
                    halfwayThreads + ", " + halfwayDescriptors, "≤ control + 2, ≤ 64", function.threads() - halfwayThreads <= 2
                            && function.descriptors() - halfwayDescriptors <= MAX_OPEN_CONNECTIONS);
        }
    }

    private static String mb(long kb) {
        return "%.1f MB".formatted(kb / 1024.0);
    }
}
