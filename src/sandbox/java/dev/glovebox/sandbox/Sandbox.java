package dev.glovebox.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/** The sandbox's HTTP server on the loopback address. Thread-safe; each request runs on its own virtual thread. */
public final class Sandbox implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SandboxCalls calls = new SandboxCalls();

    private Sandbox(HttpServer server, SandboxAccount account, InstantSource clock, HuaweiLicenseLevel licenseLevel) {
        this.server = server;
        HuaweiTokenIssuer tokens = new HuaweiTokenIssuer(account, clock);
        server.createContext("/", new TencentEndpoint(account.tencent(), clock, calls));
        server.createContext("/ocr/vin_detection", new TencentClassicEndpoint(account.tencent(), clock, calls));
        server.createContext("/v3/auth/tokens", new HuaweiIamEndpoint(tokens, calls));
        server.createContext("/v2/", new HuaweiOcrEndpoint(account, tokens, clock, calls, licenseLevel));
        server.setExecutor(executor);
        server.start();
    }

    /**
     * Starts a sandbox.
     *
     * @param port the port; 0 for any free one
     * @param account the account whose credentials it accepts
     * @param clock the time of day, for the expiry of signatures and tokens
     * @throws UncheckedIOException if the port is in use
     */
    public static Sandbox start(int port, SandboxAccount account, InstantSource clock) {
        return start(port, account, clock, HuaweiLicenseLevel.CURRENT);
    }

    /**
     * Starts a sandbox.
     *
     * @param port the port; 0 for any free one
     * @param account the account whose credentials it accepts
     * @param clock the time of day, for the expiry of signatures and tokens
     * @param licenseLevel the level of Huawei's licence operation
     * @throws UncheckedIOException if the port is in use
     */
    public static Sandbox start(int port, SandboxAccount account, InstantSource clock, HuaweiLicenseLevel licenseLevel) {
        try {
            return new Sandbox(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), account,
                    clock, licenseLevel);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + port, e);
        }
    }

    /** Returns the base URL, without a path. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Returns the counts of all calls since the start. */
    public SandboxCalls calls() {
        return calls;
    }

    /** Stops the server and waits for the requests in progress. */
    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
