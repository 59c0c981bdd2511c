package dev.glovebox.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Downloads the image at a URL, as the service does. Thread-safe. */
final class ImageFetcher {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final int maxBytes;

    ImageFetcher(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** @throws ImageProblem if the URL is not valid, or if it does not deliver an image of an allowed size in time */
    byte[] fetch(String text) throws IOException {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new ImageProblem(ImageProblem.Kind.BAD_URL);
        }
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new ImageProblem(ImageProblem.Kind.BAD_URL);
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(url).timeout(TIMEOUT).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(maxBytes + 1);
                if (response.statusCode() == 200 && bytes.length <= maxBytes) {
                    return bytes;
                }
            }
        } catch (IOException e) {
            // reported below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ImageProblem(ImageProblem.Kind.NOT_FETCHED);
    }
}
