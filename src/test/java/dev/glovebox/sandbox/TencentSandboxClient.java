package dev.glovebox.sandbox;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;

/** Signs requests by hand and sends them to the sandbox's Tencent services. */
final class TencentSandboxClient implements AutoCloseable {

    static final SandboxAccount.Tencent ACCOUNT = SandboxAccount.DEFAULT.tencent();

    private final Sandbox sandbox;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newHttpClient();

    TencentSandboxClient(Sandbox sandbox, InstantSource clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public void close() {
        http.close();
    }

    /** Calls the Cloud API. Signs the content type {@code application/json}, also if another one is sent. */
    HttpResponse<String> call(String action, String body, String sentType) throws Exception {
        String date = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String canonical = "POST\n/\n\ncontent-type:application/json\nhost:" + sandbox.url().getAuthority()
                + "\n\ncontent-type;host\n" + sha256(body);
        String toSign = "TC3-HMAC-SHA256\n" + clock.instant().getEpochSecond() + "\n" + date + "/ocr/tc3_request\n"
                + sha256(canonical);
        byte[] key = hmac("HmacSHA256", hmac("HmacSHA256",
                hmac("HmacSHA256", ("TC3" + ACCOUNT.secretKey()).getBytes(StandardCharsets.UTF_8), date), "ocr"),
                "tc3_request");
        return http.send(HttpRequest.newBuilder(sandbox.url()).header("Content-Type", sentType).header("X-TC-Action", action)
                .header("X-TC-Version", "2018-11-19").header("X-TC-Timestamp", String.valueOf(clock.instant().getEpochSecond()))
                .header("Authorization",
                        "TC3-HMAC-SHA256 Credential=" + ACCOUNT.secretId() + "/" + date
                                + "/ocr/tc3_request, SignedHeaders=content-type;host, Signature="
                                + HexFormat.of().formatHex(hmac("HmacSHA256", key, toSign)))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Calls the classic service. */
    HttpResponse<String> classic(String account, String authorization, String image) throws Exception {
        return http.send(HttpRequest.newBuilder(sandbox.url().resolve("/ocr/vin_detection"))
                .header("Content-Type", "application/json").header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers
                        .ofString("{\"" + account + "\": \"" + ACCOUNT.appId() + "\", " + image + "}"))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a request to the classic service as it is. */
    HttpResponse<String> sendClassic(HttpRequest.BodyPublisher body) throws Exception {
        return http.send(HttpRequest.newBuilder(sandbox.url().resolve("/ocr/vin_detection"))
                .version(HttpClient.Version.HTTP_1_1).POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Signs a classic call. The parameters are the random number, the validity and the object. */
    static String signature(String random, int seconds, String file) throws Exception {
        long start = Instant.parse("2026-01-31T08:00:00Z").getEpochSecond();
        String original = "a=" + ACCOUNT.appId() + "&b=" + ACCOUNT.bucket() + "&k=" + ACCOUNT.secretId() + "&e="
                + (start + seconds) + "&t=" + start + "&r=" + random + "&f=" + file;
        byte[] hmac = hmac("HmacSHA1", ACCOUNT.secretKey().getBytes(StandardCharsets.UTF_8), original);
        return Base64.getEncoder().encodeToString(
                (new String(hmac, StandardCharsets.ISO_8859_1) + original).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Answer.JSON.readTree(answer.body());
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
