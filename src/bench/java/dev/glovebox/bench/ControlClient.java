package dev.glovebox.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends only the requests of an upload. Its time is the time of the network, the store and the provider. */
final class ControlClient implements AutoCloseable {

    static final String RESULT = ".control.json";

    private static final byte[] EMPTY = {};
    private static final byte[] RECORD = new byte[800];

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI store;
    private final URI provider;

    ControlClient(URI store, URI provider) {
        this.store = store;
        this.provider = provider;
    }

    /** Sends claim, image, call and result. Returns the nanoseconds. */
    long upload(String key, byte[] call) {
        long start = System.nanoTime();
        String object = store + "/" + Testbed.BUCKET + "/" + key;
        String etag = send("PUT", object + RESULT, "If-None-Match", "*", RECORD);
        send("GET", object, "Accept", "*/*", EMPTY);
        send("POST", provider + "/v2/project/ocr/vin", "Accept", "*/*", call);
        send("PUT", object + RESULT, "If-Match", etag, RECORD);
        return System.nanoTime() - start;
    }

    /** Returns the ETag, or an empty text. Any status but 200 ends the benchmark. */
    private String send(String method, String uri, String header, String value, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(20)).header(header, value)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(method + " was answered with " + answer.statusCode());
            }
            return answer.headers().firstValue("ETag").orElse("");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer to " + method, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
