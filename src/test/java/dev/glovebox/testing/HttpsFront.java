package dev.glovebox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;

/** An HTTPS proxy for a local server. A private authority issued its certificate. */
public final class HttpsFront implements AutoCloseable {

    private static final String NAME = "front";

    private final Vertx vertx = Vertx.vertx();
    private final URI server;
    private final Path certificates;
    private final NetServer front;

    /** @param server the URL of the local server */
    public HttpsFront(URI server) {
        this.server = server;
        try {
            certificates = Files.createTempDirectory("certificates");
            new CertificateGenerator(certificates, true).generate(new CertificateRequest().withName(NAME).withCN("localhost")
                    .withFormat(Format.PEM).withSubjectAlternativeName("DNS:localhost"));
        } catch (Exception e) {
            throw new IllegalStateException("The certificates cannot be generated", e);
        }
        front = vertx.createNetServer(new NetServerOptions().setSsl(true).setKeyCertOptions(
                new PemKeyCertOptions().addKeyPath(file(".key")).addCertPath(file(".crt"))))
                .connectHandler(this::forward).listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
    }

    public URI url() {
        return URI.create("https://localhost:" + front.actualPort());
    }

    /** Returns the path of the authority's certificate, a PEM file. A client that trusts it trusts this server. */
    public String authority() {
        return file("-ca.crt");
    }

    private String file(String end) {
        return certificates.resolve(NAME + end).toString();
    }

    private void forward(NetSocket caller) {
        caller.pause();
        vertx.createNetClient().connect(server.getPort(), server.getHost()).onSuccess(service -> {
            caller.pipeTo(service);
            service.pipeTo(caller);
        }).onFailure(unreachable -> caller.close());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        try (Stream<Path> files = Files.walk(certificates)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
