package dev.glovebox.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
 * Secrets Manager and Parameter Store, with what the store's client has brought along: credentials, signature and connection.
 * Their own clients would add more to the function than all of Glovebox is.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">GetParameter</a>
 */
final class AwsSecrets {

    private static final String TYPE = "application/x-amz-json-1.1";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int MAX_ANSWER_BYTES = 1024 * 1024;
    /** Codes that pass by themselves; all others are for an operator to mend. */
    private static final Set<String> TEMPORARY = Set.of("ThrottlingException", "InternalServiceError", "InternalServerError",
            "ServiceUnavailable", "RequestTimeout");

    private final AwsCredentialsProvider credentials;
    private final Supplier<String> region;
    private final SecretSettings settings;
    private final ObjectMapper json;

    /** @param region asked where a name says none; throws where there is none */
    AwsSecrets(AwsCredentialsProvider credentials, Supplier<String> region, SecretSettings settings, ObjectMapper json) {
        this.credentials = credentials;
        this.region = region;
        this.settings = settings;
        this.json = json;
    }

    /** The text of the secret of that name or ARN. */
    String secret(String id) {
        JsonNode answer = call("secretsmanager", settings.secretsManagerEndpoint(), regionOf(id),
                "secretsmanager.GetSecretValue", Map.of("SecretId", id));
        return text(answer.path("SecretString"), "AWS Secrets Manager");
    }

    /** The value of that parameter, decrypted where it is encrypted. */
    String parameter(String name) {
        JsonNode answer = call("ssm", settings.ssmEndpoint(), regionOf(name), "AmazonSSM.GetParameter",
                Map.of("Name", name, "WithDecryption", true));
        return text(answer.path("Parameter").path("Value"), "AWS Parameter Store");
    }

    private static String text(JsonNode value, String home) {
        if (!value.isTextual()) {
            throw new SecretException(home + " answered without a text", false);
        }
        return value.textValue();
    }

    /** arn:aws:service:region:… */
    private String regionOf(String id) {
        String[] parts = id.split(":", 5);
        return parts.length == 5 && parts[0].equals("arn") ? parts[3] : region.get();
    }

    private JsonNode call(String service, Optional<URI> endpoint, String at, String target, Map<String, ?> parameters) {
        URI uri = endpoint.orElseGet(() -> URI.create(
                "https://" + service + "." + at + ".amazonaws.com" + (at.startsWith("cn-") ? ".cn" : "")));
        try (SdkHttpClient http = UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build()) {
            ContentStreamProvider body = ContentStreamProvider.fromByteArray(json.writeValueAsBytes(parameters));
            SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(uri).encodedPath("/")
                    .putHeader("Content-Type", TYPE).putHeader("X-Amz-Target", target).build();
            SignedRequest signed = AwsV4HttpSigner.create()
                    .sign(sign -> sign.identity(credentials.resolveCredentials()).request(request).payload(body)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                            .putProperty(AwsV4HttpSigner.REGION_NAME, at));
            HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder().request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(body)).build()).call();
            return read(service, answer);
        } catch (JsonProcessingException noJson) {
            throw new SecretException(service + " answered with what is no JSON", true);
        } catch (IOException | UncheckedIOException e) {
            throw new SecretException(service + " cannot be reached: " + e.getClass().getSimpleName(), true);
        } catch (SdkException e) {
            throw new SecretException(service + " cannot be asked without AWS credentials", false);
        }
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
        String code = code(bytes);
        throw new SecretException(service + " answered with status " + status + (code.isEmpty() ? "" : ", " + code),
                status >= 500 || status == 429 || TEMPORARY.contains(code));
    }

    /** {@code com.amazonaws.secretsmanager#ResourceNotFoundException}, without what stands before it; never its message. */
    private String code(byte[] body) {
        try {
            JsonNode error = json.readTree(new String(body, StandardCharsets.UTF_8));
            String type = error == null ? "" : error.path("__type").asText("");
            String code = type.substring(type.indexOf('#') + 1);
            return code.matches("[A-Za-z]{1,64}") ? code : "";
        } catch (IOException noJson) {
            return "";
        }
    }
}
