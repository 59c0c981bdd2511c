package dev.glovebox.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Calls operations of AWS' JSON protocol with the credentials, signer and HTTP client that the S3 client needs anyway. The
 * services' own clients would be larger than the rest of the function. Immutable; calls block.
 */
final class AwsJsonClient {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_ANSWER_BYTES = 1024 * 1024;
    /** The codes of errors that pass without a change by an operator. */
    private static final Set<String> TEMPORARY_ERRORS = Set.of("ThrottlingException", "InternalServiceError",
            "InternalServerError", "ServiceUnavailable", "RequestTimeout");

    /**
     * An operation of a service.
     *
     * @param service the name in signatures and messages
     * @param region the region in signatures
     * @param uri the endpoint
     * @param target the value of the X-Amz-Target header
     */
    record Operation(String service, String region, URI uri, String target) {
    }

    private final AwsCredentialsProvider credentials;
    private final ObjectMapper json;

    AwsJsonClient(AwsCredentialsProvider credentials, ObjectMapper json) {
        this.credentials = credentials;
        this.json = json;
    }

    /**
     * Calls an operation and returns its answer. Blocks the thread.
     *
     * @throws SecretException if there is no answer with status 200; its message contains nothing of the answer but the code
     */
    JsonNode call(Operation operation, Map<String, ?> parameters) {
        String service = operation.service();
        try (SdkHttpClient http = UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(ANSWER_TIMEOUT).build()) {
            ContentStreamProvider body = ContentStreamProvider.fromByteArray(json.writeValueAsBytes(parameters));
            SignedRequest signed = sign(operation, body);
            return read(service, http.prepareRequest(HttpExecuteRequest.builder().request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(body)).build()).call());
        } catch (JsonProcessingException notJson) {
            throw new SecretException(service + " answered without JSON", true);
        } catch (IOException | UncheckedIOException e) {
            throw new SecretException(service + " cannot be reached: " + e.getClass().getSimpleName(), true);
        } catch (SdkException e) {
            throw new SecretException(service + " cannot be called without AWS credentials", false);
        }
    }

    private SignedRequest sign(Operation operation, ContentStreamProvider body) {
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(operation.uri()).encodedPath("/")
                .putHeader("Content-Type", CONTENT_TYPE).putHeader("X-Amz-Target", operation.target()).build();
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials.resolveCredentials()).request(request).payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, operation.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, operation.region()));
    }

    private JsonNode read(String service, HttpExecuteResponse answer) throws IOException {
        byte[] bytes;
        try (InputStream body = answer.responseBody().map(InputStream.class::cast).orElseGet(InputStream::nullInputStream)) {
            bytes = body.readNBytes(MAX_ANSWER_BYTES);
        }
        int status = answer.httpResponse().statusCode();
        if (status == 200) {
            return json.readTree(bytes);
        }
        String code = errorCode(bytes);
        throw new SecretException(service + " answered with status " + status + (code.isEmpty() ? "" : ", " + code),
                status >= 500 || status == 429 || TEMPORARY_ERRORS.contains(code));
    }

    /** Returns {@code ResourceNotFoundException} for {@code com.amazonaws.secretsmanager#ResourceNotFoundException}. */
    private String errorCode(byte[] body) {
        try {
            JsonNode error = json.readTree(new String(body, StandardCharsets.UTF_8));
            String type = error == null ? "" : error.path("__type").asText("");
            String code = type.substring(type.indexOf('#') + 1);
            return code.matches("[A-Za-z]{1,64}") ? code : "";
        } catch (IOException notJson) {
            return "";
        }
    }
}
