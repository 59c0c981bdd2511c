package dev.glovebox.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the images per second of an HTTP server with a small heap, at the load that fills its memory and at multiples of it.
 * A refused client waits as long as {@code Retry-After} asks, and sends the image again.
 */
final class Overload {

    private static final String HEAP = "-Xmx64m";
    private static final int IMAGE_BYTES = 5_000_000;
    /** So many images of that size fit into the memory that a heap of 64 MB leaves for images. */
    private static final int SATURATION = 4;
    private static final int WARM_UP_SECONDS = 3;
    private static final int SECONDS = 8;
    private static final int RECOVERY_SECONDS = 5;
    private static final int PIECE_BYTES = 64 * 1024;
    /** The value of the header {@code Retry-After}. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double MIN_SHARE = 0.8;

    private Overload() {
    }

    static void measure(Testbed testbed, Testbed.Programs programs, Table table) {
        int port = Testbed.freePort();
        try (Executable server = testbed.server(programs.http(), port, HEAP)) {
            measure("native", server, port, table);
        }
        int jvmPort = Testbed.freePort();
        try (Executable server = testbed.server(JvmStart.JAVA, programs.jvm(), jvmPort,
                List.of(HEAP, "-jar", "quarkus-run.jar"))) {
            measure("JVM", server, jvmPort, table);
        }
    }

    private static void measure(String kind, Executable server, int port, Table table) {
        try (LoadClient client = new LoadClient(port)) {
            client.awaitServer();
        }
        byte[] image = Pictures.jpeg(IMAGE_BYTES);
        goodput(port, image, SATURATION, WARM_UP_SECONDS);
        double control = goodput(port, image, SATURATION, SECONDS);
        for (int factor : new int[] { 4, 16 }) {
            double goodput = goodput(port, image, SATURATION * factor, SECONDS);
            table.row("images of 5 MB per second, %s, %s, %d times the load that fills the memory; control: that load"
                    .formatted(kind, HEAP, factor), rate(goodput), rate(control), "≥ 80 % of control",
                    goodput >= control * MIN_SHARE);
        }
        double afterwards = goodput(port, image, SATURATION, RECOVERY_SECONDS);
        table.row("the same, in the %d seconds after 16 times the load".formatted(RECOVERY_SECONDS), rate(afterwards),
                rate(control), "≥ 80 % of control", afterwards >= control * MIN_SHARE);
        table.row("peak memory (resident set) after that, %s".formatted(kind), server.peakKb() / 1024 + " MB", "");
    }

    /** Returns the images per second that the server reads for so many clients. */
    private static double goodput(int port, byte[] image, int clients, int seconds) {
        AtomicLong answered = new AtomicLong();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        if (isRead(port, image)) {
                            answered.incrementAndGet();
                        } else {
                            LockSupport.parkNanos(PAUSE_NANOS);
                        }
                    }
                });
            }
        }
        return answered.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** Posts an image, and stops as soon as an answer arrives. Any status but 200 and 503 ends the benchmark. */
    private static boolean isRead(int port, byte[] image) {
        try (Socket connection = new Socket("127.0.0.1", port)) {
            OutputStream out = connection.getOutputStream();
            InputStream in = connection.getInputStream();
            out.write(("POST /vin HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\nContent-Length: " + image.length
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < image.length && in.available() == 0; sent += PIECE_BYTES) {
                out.write(image, sent, Math.min(PIECE_BYTES, image.length - sent));
            }
            String head = new String(in.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
            return switch (head) {
                case "HTTP/1.1 200" -> true;
                case "HTTP/1.1 503" -> false;
                default -> throw new IllegalStateException("The server answered " + head);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rate(double perSecond) {
        return "%,.1f".formatted(perSecond);
    }
}
