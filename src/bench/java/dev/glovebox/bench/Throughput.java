package dev.glovebox.bench;

import java.nio.file.Path;

/** Measures the images per second of the HTTP server. The control answers with a constant. */
final class Throughput {

    private static final int WARM_UP_SECONDS = 2;
    private static final int SECONDS = 4;
    private static final int ROUNDS = 3;

    private Throughput() {
    }

    static void measure(Testbed testbed, Testbed.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        double best = 0;
        double bestControl = 0;
        for (int i = 0; i < ROUNDS; i++) {
            bestControl = Math.max(bestControl, round(testbed, programs.httpControl(), image));
            best = Math.max(best, round(testbed, programs.http(), image));
        }
        table.row("images of 100 KB per second, %d connections; control: a constant answer".formatted(LoadClient.CONNECTIONS),
                rate(best),
                rate(bestControl), "≥ half of control", best >= bestControl / 2);
    }

    private static double round(Testbed testbed, Path server, byte[] image) {
        int port = Testbed.freePort();
        try (Executable running = testbed.server(server, port); LoadClient client = new LoadClient(port)) {
            client.awaitServer();
            client.throughput("/vin", image, WARM_UP_SECONDS);
            return client.throughput("/vin", image, SECONDS);
        }
    }

    private static String rate(double perSecond) {
        return "%,.0f".formatted(perSecond);
    }
}
