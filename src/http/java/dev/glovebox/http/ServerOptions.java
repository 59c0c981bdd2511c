package dev.glovebox.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/** Disables what the server does not need. */
@ApplicationScoped
class ServerOptions implements HttpServerOptionsCustomizer {

    /** An upgrade to HTTP/2 without TLS passes proxies that check HTTP/1.1 only. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
