package dev.glovebox.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.ScriptedServer;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AwsSecretsTest {

    private final ScriptedServer server = new ScriptedServer();
    private final AwsSecrets secrets = new AwsSecrets(
            StaticCredentialsProvider.create(AwsSessionCredentials.create("AKID", "not-to-be-printed", "session")),
            () -> "us-east-1", endpointsAt(server.url()), new ObjectMapper());

    @AfterEach
    void close() {
        server.close();
    }

    /** The request and the response come from the API reference. */
    @Test
    void callsSecretsManager() {
        server.answer(200, Map.of("Content-Type", "application/x-amz-json-1.1"),
                "{\"ARN\": \"arn:x\", \"Name\": \"glovebox\", \"SecretString\": \"{\\\"sk\\\":\\\"value\\\"}\"}");

        assertThat(secrets.secret("glovebox")).isEqualTo("{\"sk\":\"value\"}");

        ScriptedServer.Request request = server.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString("/");
        assertThat(request.text()).isEqualTo("{\"SecretId\":\"glovebox\"}");
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(request.headers().getFirst("X-Amz-Target")).isEqualTo("secretsmanager.GetSecretValue");
        assertThat(request.headers().getFirst("X-Amz-Security-Token")).isEqualTo("session");
        assertThat(request.headers().getFirst("Authorization")).contains("Credential=AKID/",
                "/us-east-1/secretsmanager/aws4_request", "host", "x-amz-target", "x-amz-security-token");
    }

    @Test
    void callsTheRegionOfAnArn() {
        server.answer(200, "{\"SecretString\": \"value\"}");

        secrets.secret("arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:glovebox-AbCdEf");

        assertThat(server.requests().getFirst().headers().getFirst("Authorization"))
                .contains("/ap-southeast-1/secretsmanager/aws4_request");
    }

    @Test
    void requestsTheDecryptedParameter() {
        server.answer(200, "{\"Parameter\": {\"Name\": \"/glovebox/sk\", \"Type\": \"SecureString\", \"Value\": \"value\"}}");

        assertThat(secrets.parameter("/glovebox/sk")).isEqualTo("value");

        assertThat(server.requests().getFirst().headers().getFirst("X-Amz-Target")).isEqualTo("AmazonSSM.GetParameter");
        assertThat(server.requests().getFirst().headers().getFirst("Authorization")).contains("/us-east-1/ssm/aws4_request");
        assertThat(server.requests().getFirst().text()).contains("\"Name\":\"/glovebox/sk\"", "\"WithDecryption\":true");
    }

    @ParameterizedTest
    @CsvSource({ "400, com.amazonaws.secretsmanager#ResourceNotFoundException, ResourceNotFoundException, false",
            "400, AccessDeniedException, AccessDeniedException, false", "400, ThrottlingException, ThrottlingException, true",
            "500, InternalServiceError, InternalServiceError, true", "503, '', status 503, true",
            "400, 'not-to-be-printed!', status 400, false" })
    void distinguishesTemporaryFromPermanentErrors(int status, String type, String message, boolean temporary) {
        server.answer(status, "{\"__type\": \"" + type + "\", \"Message\": \"secret not-to-be-printed\"}");

        SecretException thrown = catchThrowableOfType(SecretException.class, () -> secrets.secret("glovebox"));

        assertThat(thrown).hasMessageContaining(message).hasMessageNotContaining("not-to-be-printed");
        assertThat(thrown.isTemporary()).isEqualTo(temporary);
    }

    @Test
    void treatsAMissingResponseAsTemporary() {
        assertThat(catchThrowableOfType(SecretException.class, () -> secrets.secret("glovebox")).isTemporary()).isTrue();
    }

    @Test
    void rejectsBinarySecrets() {
        server.answer(200, "{\"SecretBinary\": \"AAAA\"}");

        assertThat(catchThrowableOfType(SecretException.class, () -> secrets.secret("glovebox")).isTemporary()).isFalse();
    }

    private static SecretSettings endpointsAt(URI url) {
        return new SecretSettings() {
            @Override
            public Optional<URI> secretsManagerEndpoint() {
                return Optional.of(url);
            }

            @Override
            public Optional<URI> ssmEndpoint() {
                return Optional.of(url);
            }
        };
    }
}
