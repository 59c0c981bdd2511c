package dev.glovebox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

/** A stand-in for Huawei's VIN service that counts its calls. It answers with the same VIN, or fails each n-th call. */
public final class PaidProvider implements AutoCloseable {

    private static final byte[] ANSWER = "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger paid = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;

    /** @param callsPerFailure each call with a multiple of this number fails; 0 for no failures */
    public PaidProvider(int callsPerFailure) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                if (callsPerFailure > 0 && calls.incrementAndGet() % callsPerFailure == 0) {
                    exchange.sendResponseHeaders(503, -1);
                } else {
                    paid.incrementAndGet();
                    exchange.sendResponseHeaders(200, ANSWER.length);
                    exchange.getResponseBody().write(ANSWER);
                }
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Returns the number of calls with an answer. */
    public int paid() {
        return paid.get();
    }

    /** Returns the number of calls that failed. */
    public int failures() {
        return calls.get() == 0 ? 0 : calls.get() - paid.get();
    }

    /** Returns the environment of a packaged server that uses this provider. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("GLOVEBOX_HUAWEI_ENDPOINT", "http://localhost:" + server.getAddress().getPort());
        environment.put("GLOVEBOX_HUAWEI_PROJECT_ID", "project");
        environment.put("GLOVEBOX_HUAWEI_ACCESS_KEY", "AK");
        environment.put("GLOVEBOX_HUAWEI_SECRET_KEY", "SK");
        environment.put("GLOVEBOX_HUAWEI_MAX_RETRIES", "0");
        environment.put("GLOVEBOX_HUAWEI_BREAKER_CALLS", "100000");
        return environment;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
