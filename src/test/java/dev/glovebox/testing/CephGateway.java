package dev.glovebox.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * A Ceph RADOS Gateway that runs already. The environment variable {@code GLOVEBOX_CEPH} has its URL; its user is {@code test}
 * with the secret key {@code testtest}. Without the variable, tests are skipped.
 */
public final class CephGateway {

    private static final String VARIABLE = "GLOVEBOX_CEPH";
    private static final Pattern TOPIC = Pattern.compile("<TopicArn>([^<]+)</TopicArn>");

    private CephGateway() {
    }

    /** Returns the endpoint, or skips the test. */
    public static StoreEndpoint endpoint() {
        String url = System.getenv(VARIABLE);
        Assumptions.assumeTrue(url != null && !url.isBlank(), VARIABLE + " does not name a Ceph RADOS Gateway");
        return new StoreEndpoint(URI.create(url), "test", "testtest");
    }

    /**
     * Creates a topic whose messages the gateway posts to a URL, again and again until the answer is a success.
     *
     * @return the ARN of the topic
     * @see <a href="https://docs.ceph.com/en/pacific/radosgw/notifications/#create-a-topic">Ceph: create a topic</a>
     */
    public static String createTopic(StoreEndpoint store, String name, URI target) throws IOException, InterruptedException {
        String body = "Action=CreateTopic&Name=" + name + "&Attributes.entry.1.key=push-endpoint&Attributes.entry.1.value="
                + URLEncoder.encode(target.toString(), StandardCharsets.UTF_8)
                + "&Attributes.entry.2.key=persistent&Attributes.entry.2.value=true";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(store.url().resolve("/"))
                .putHeader("Content-Type", "application/x-www-form-urlencoded").build();
        SignedRequest signed = AwsV4HttpSigner.create().sign(sign -> sign
                .identity(AwsBasicCredentials.create(store.accessKey(), store.secretKey())).request(request)
                .payload(() -> new ByteArrayInputStream(bytes))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sns")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "default"));
        HttpRequest.Builder post = HttpRequest.newBuilder(store.url().resolve("/"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        signed.request().headers().forEach((header, values) -> {
            if (!header.equalsIgnoreCase("Host") && !header.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> post.header(header, value));
            }
        });
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(post.build(), HttpResponse.BodyHandlers.ofString()).body();
            Matcher topic = TOPIC.matcher(answer);
            if (!topic.find()) {
                throw new AssertionError("The gateway created no topic: " + answer);
            }
            return topic.group(1);
        }
    }
}
