package dev.glovebox.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Measures what telemetry and secret references add to a cold start. Starts with and without them take turns. */
final class TelemetryCost {

    private static final int STARTS = 40;
    private static final String FUNCTION = "license-plate";
    private static final String SILENT = "-Dglovebox.log.events=none";

    /** The settings of one start. */
    private record Variant(String trace, List<String> arguments) {
    }

    private TelemetryCost() {
    }

    static void measure(Testbed testbed, Testbed.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        measureFunctions(testbed, programs.lambda(), Testbed.imageEvent(image), table);
        measureServers(testbed, programs, image, table);
    }

    private static void measureFunctions(Testbed testbed, Path file, Buffer event, Table table) {
        Variant control = new Variant(null, List.of(SILENT));
        Map<String, Variant> variants = new LinkedHashMap<>();
        variants.put("an event's line", new Variant(null, List.of()));
        variants.put("a line with CloudWatch's metrics",
                new Variant(null, List.of("-Dglovebox.metrics.emf-namespace=Glovebox")));
        variants.put("X-Ray's trace", new Variant(RuntimeApi.TRACE, List.of(SILENT)));
        List<String> byReference = new ArrayList<>(testbed.secretsByReference());
        byReference.add(SILENT);
        variants.put("a key pair from Secrets Manager", new Variant(null, byReference));
        Map<String, long[]> times = new LinkedHashMap<>();
        variants.keySet().forEach(name -> times.put(name, new long[STARTS]));
        long[] silent = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            silent[i] = start(testbed, file, control, event);
            for (Map.Entry<String, Variant> variant : variants.entrySet()) {
                times.get(variant.getKey())[i] = start(testbed, file, variant.getValue(), event);
            }
        }
        Times without = new Times(silent);
        times.forEach((name, measured) -> {
            Times with = new Times(measured);
            table.row("cold start with %s, p50 of %d; control: without".formatted(name, STARTS), with.millis(50),
                    without.millis(50), "≤ control + 5 ms", with.percentile(50) <= without.percentile(50) + 5);
        });
    }

    private static long start(Testbed testbed, Path file, Variant variant, Buffer event) {
        try (RuntimeApi api = new RuntimeApi(variant.trace())) {
            CompletableFuture<RuntimeApi.Answer> answer = api.invoke(event, Testbed.TIMEOUT);
            try (Executable function = testbed.function(file, FUNCTION, api, variant.arguments().toArray(String[]::new))) {
                return Testbed.succeeded(answer).nanos();
            }
        }
    }

    /** The control has no meters and logs text. Both have health checks. */
    private static void measureServers(Testbed testbed, Testbed.Programs programs, byte[] image, Table table) {
        long[] observed = new long[STARTS];
        long[] plain = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            plain[i] = serve(testbed, programs.httpPlain(), image, "-Dquarkus.log.console.json.enabled=false", SILENT);
            observed[i] = serve(testbed, programs.http(), image);
        }
        Times with = new Times(observed);
        Times without = new Times(plain);
        table.row("server's start to its first plate, with meters, log and events as JSON, p50 of %d; control: without"
                .formatted(STARTS), with.millis(50), without.millis(50), "≤ control + 20 ms",
                with.percentile(50) <= without.percentile(50) + 20);
    }

    private static long serve(Testbed testbed, Path file, byte[] image, String... arguments) {
        int port = Testbed.freePort();
        try (LoadClient client = new LoadClient(port)) {
            long before = System.nanoTime();
            try (Executable server = testbed.server(file, port, arguments)) {
                client.awaitServer();
                client.post("/license-plate", image);
                return System.nanoTime() - before;
            }
        }
    }
}
