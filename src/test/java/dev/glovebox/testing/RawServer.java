package dev.glovebox.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that does to a connection whatever it is told, once the whole request has come: one request a connection. */
public final class RawServer implements AutoCloseable {

    /** What is done to a connection; it is closed after that. */
    @FunctionalInterface
    public interface Behavior {

        void answer(Socket connection) throws Exception;

        /** These bytes. */
        static Behavior bytes(String response) {
            return connection -> connection.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
        }

        /** An answer with its right length. */
        static Behavior http(int status, String headers, String body) {
            return bytes("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + headers + "Content-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        }

        /** A reset in place of an answer. */
        static Behavior reset() {
            return connection -> connection.setSoLinger(true, 0);
        }

        /** Nothing, until the other side has enough of it. */
        static Behavior silence() {
            return connection -> connection.getInputStream().read();
        }

        /**
         * A start, and then single bytes until the other side closes the connection.
         *
         * @param millis the pause between the bytes
         * @param afterEach runs after each byte
         */
        static Behavior drip(String start, long millis, Runnable afterEach) {
            return connection -> {
                OutputStream out = connection.getOutputStream();
                out.write(start.getBytes(StandardCharsets.UTF_8));
                while (true) {
                    out.write(' ');
                    out.flush();
                    afterEach.run();
                    new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
                }
            };
        }

        /**
         * As many bytes, unless the other side has enough before.
         *
         * @param taken counts those that it took
         */
        static Behavior flood(String start, long bytes, AtomicLong taken) {
            return connection -> {
                OutputStream out = connection.getOutputStream();
                out.write(start.getBytes(StandardCharsets.UTF_8));
                byte[] part = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
                for (long sent = 0; sent < bytes; sent += part.length) {
                    out.write(part);
                    taken.addAndGet(part.length);
                }
            };
        }
    }

    private final ServerSocket server;
    private final Queue<Behavior> next = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Behavior always = Behavior.silence();

    public RawServer() {
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            long length = contentLength(in);
            if (length >= 0) {
                in.skipNBytes(length);
                countRequest();
                Behavior behavior = next.poll();
                (behavior == null ? always : behavior).answer(connection);
            }
        } catch (Exception theOtherSideHasEnough) {
            // which is what it is for
        } finally {
            open.remove(connection);
            synchronized (this) {
                notifyAll();
            }
        }
    }

    private synchronized void countRequest() {
        requests.incrementAndGet();
        notifyAll();
    }

    /** Reads the head; -1 where the connection ends before. */
    private static long contentLength(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return -1;
            }
            head.append((char) next);
        }
        for (String line : head.toString().split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return 0;
    }

    /** From now on every request is treated so; counts anew. */
    public void always(Behavior behavior) {
        always = behavior;
        next.clear();
        requests.set(0);
    }

    /** The next request is treated so. */
    public RawServer then(Behavior behavior) {
        next.add(behavior);
        return this;
    }

    /** How many requests have come whole. */
    public int requests() {
        return requests.get();
    }

    /** Waits until that many requests have arrived completely; returns false if they do not arrive in time. */
    public synchronized boolean awaitRequests(int count, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (requests.get() < count) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }

    /** Waits until the other side has ended every connection; false where it has not. */
    public synchronized boolean awaitNoConnection(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!open.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
