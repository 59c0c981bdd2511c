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

/** A server that reads one request per connection, runs a scripted behavior on the connection, and closes it. */
public final class RawServer implements AutoCloseable {

    /** Answers a request. The server closes the connection after that. */
    @FunctionalInterface
    public interface Behavior {

        void answer(Socket connection) throws Exception;

        /** Sends the text as it is. */
        static Behavior bytes(String response) {
            return connection -> connection.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends an answer with the correct length. */
        static Behavior http(int status, String headers, String body) {
            return bytes("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + headers + "Content-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        }

        /** Resets the connection instead of an answer. */
        static Behavior reset() {
            return connection -> connection.setSoLinger(true, 0);
        }

        /** Sends nothing until the caller closes the connection. */
        static Behavior silence() {
            return connection -> connection.getInputStream().read();
        }

        /**
         * Sends a start, and then single bytes until the caller closes the connection.
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
         * Sends a start and then that many bytes, or fewer if the caller closes the connection.
         *
         * @param taken counts the bytes that the caller took
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
        } catch (Exception callerClosedTheConnection) {
            // many tests provoke this
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

    /** Reads the head of a request. Returns -1 if the connection ends before the head does. */
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

    /** Sets the behavior for all requests. Clears the scripted behaviors and the count of requests. */
    public void always(Behavior behavior) {
        always = behavior;
        next.clear();
        requests.set(0);
    }

    /** Adds the behavior for one request. */
    public RawServer then(Behavior behavior) {
        next.add(behavior);
        return this;
    }

    /** Returns the number of requests that have arrived completely. */
    public int requests() {
        return requests.get();
    }

    /** Waits until that many requests have arrived completely; returns false if they do not arrive in time. */
    public synchronized boolean awaitRequests(int count, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (requests.get() < count) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }

    /** Waits until all connections are closed; returns false if some are still open at the end of the time. */
    public synchronized boolean awaitNoConnection(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
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
