package dev.glovebox.bench;

import java.nio.file.Path;

/** Measures the images per second of the HTTP server. The control answers with a constant. */
final class Throughput {

    private static final int WARM_UP_SECONDS = 2;
    private static final int SECONDS = 4;
    private static final int ROUNDS = 3;

    private Throughput() {
    }

    static void measure(Stage stage, Stage.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        double best = 0;
        double bestControl = 0;
        for (int i = 0; i < ROUNDS; i++) {
            bestControl = Math.max(bestControl, round(stage, programs.httpControl(), image));
            best = Math.max(best, round(stage, programs.http(), image));
        }
        table.row("images of 100 KB a second, %d connections; control: a constant".formatted(Browser.CONNECTIONS), rate(best),
                rate(bestControl), "≥ half", best >= bestControl / 2);
    }

    private static double round(Stage stage, Path server, byte[] image) {
        int port = Stage.freePort();
        try (Executable running = stage.server(server, port); Browser browser = new Browser(port)) {
            browser.awaitServer();
            browser.throughput("/vin", image, WARM_UP_SECONDS);
            return browser.throughput("/vin", image, SECONDS);
        }
    }

    private static String rate(double perSecond) {
        return "%,.0f".formatted(perSecond);
    }
}
