package dev.glovebox.http;

import java.util.Locale;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The media type of a request's body.
 *
 * @param name in lower case and without parameters; empty if the request has none
 */
record ContentType(String name) {

    static ContentType of(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return new ContentType(header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    boolean isImage() {
        return name.startsWith("image/") || name.equals("application/octet-stream");
    }

    boolean isJson() {
        // Knative's Kafka source sends no content type if the record has none
        return name.isEmpty() || name.equals("application/json") || name.endsWith("+json");
    }
}
