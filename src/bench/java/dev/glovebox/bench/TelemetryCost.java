package dev.glovebox.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Measures what telemetry and secret references add to a cold start. The starts alternate with those of the control. */
final class TelemetryCost {

    private static final int STARTS = 40;
    private static final String FUNCTION = "license-plate";
    private static final String NO_EVENTS = "-Dglovebox.log.events=none";

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

    private static void measureFunctions(Testbed testbed, Path executable, Buffer event, Table table) {
        Variant control = new Variant(null, List.of(NO_EVENTS));
        Map<String, Variant> variants = new LinkedHashMap<>();
        variants.put("an event line", new Variant(null, List.of()));
        variants.put("CloudWatch metrics",
                new Variant(null, List.of("-Dglovebox.metrics.emf-namespace=Glovebox")));
        variants.put("an X-Ray trace", new Variant(RuntimeApi.TRACE, List.of(NO_EVENTS)));
        List<String> byReference = new ArrayList<>(testbed.secretsByReference());
        byReference.add(NO_EVENTS);
        variants.put("a key pair from Secrets Manager", new Variant(null, byReference));
        Map<String, long[]> nanos = new LinkedHashMap<>();
        variants.keySet().forEach(name -> nanos.put(name, new long[STARTS]));
        long[] controlNanos = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            controlNanos[i] = start(testbed, executable, control, event);
            for (Map.Entry<String, Variant> variant : variants.entrySet()) {
                nanos.get(variant.getKey())[i] = start(testbed, executable, variant.getValue(), event);
            }
        }
        Times controlTimes = new Times(controlNanos);
        nanos.forEach((name, variantNanos) -> {
            Times variantTimes = new Times(variantNanos);
            table.row("cold start with %s, p50 of %d; control: without".formatted(name, STARTS), variantTimes.millis(50),
                    controlTimes.millis(50), "≤ control + 5 ms",
                    variantTimes.percentile(50) <= controlTimes.percentile(50) + 5);
        });
    }

    private static long start(Testbed testbed, Path executable, Variant variant, Buffer event) {
        try (RuntimeApi api = new RuntimeApi(variant.trace())) {
            CompletableFuture<RuntimeApi.Answer> answer = api.invoke(event, Testbed.TIMEOUT);
            try (Executable function = testbed.function(executable, FUNCTION, api,
                    variant.arguments().toArray(String[]::new))) {
                return Testbed.succeeded(answer).nanos();
            }
        }
    }

    /** The control is a build without meters that writes its log as text. Both builds have health checks. */
    private static void measureServers(Testbed testbed, Testbed.Programs programs, byte[] image, Table table) {
        long[] meteredNanos = new long[STARTS];
        long[] controlNanos = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            controlNanos[i] = startAndReadPlate(testbed, programs.httpPlain(), image,
                    "-Dquarkus.log.console.json.enabled=false", NO_EVENTS);
            meteredNanos[i] = startAndReadPlate(testbed, programs.http(), image);
        }
        Times metered = new Times(meteredNanos);
        Times controlTimes = new Times(controlNanos);
        table.row("server start to the first plate, with metrics and JSON logs, p50 of %d; control: without"
                .formatted(STARTS), metered.millis(50), controlTimes.millis(50), "≤ control + 20 ms",
                metered.percentile(50) <= controlTimes.percentile(50) + 20);
    }

    private static long startAndReadPlate(Testbed testbed, Path executable, byte[] image, String... arguments) {
        int port = Testbed.freePort();
        try (LoadClient client = new LoadClient(port)) {
            long before = System.nanoTime();
            try (Executable server = testbed.server(executable, port, arguments)) {
                client.awaitServer();
                client.post("/license-plate", image);
                return System.nanoTime() - before;
            }
        }
    }
}
