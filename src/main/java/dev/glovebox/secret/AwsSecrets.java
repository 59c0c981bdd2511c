package dev.glovebox.secret;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Reads secrets from AWS Secrets Manager and Parameter Store. Immutable; calls block.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">GetParameter</a>
 */
final class AwsSecrets {

    private final AwsJsonClient client;
    private final Supplier<String> defaultRegion;
    private final SecretSettings settings;

    /**
     * @param credentials sign the requests
     * @param defaultRegion the region for names that contain none; throws a {@link SecretException} if none is configured
     * @param settings the endpoints
     */
    AwsSecrets(AwsCredentialsProvider credentials, Supplier<String> defaultRegion, SecretSettings settings,
            ObjectMapper json) {
        this.client = new AwsJsonClient(credentials, json);
        this.defaultRegion = defaultRegion;
        this.settings = settings;
    }

    /**
     * Returns the text of a secret in Secrets Manager.
     *
     * @param id a name or an ARN
     * @throws SecretException if the secret cannot be read or is not a text
     */
    String secret(String id) {
        JsonNode answer = call("secretsmanager", settings.secretsManagerEndpoint(), id, "secretsmanager.GetSecretValue",
                Map.of("SecretId", id));
        return text(answer.path("SecretString"), "AWS Secrets Manager");
    }

    /**
     * Returns the value of a parameter in Parameter Store, decrypted if it is encrypted.
     *
     * @param name a name or an ARN
     * @throws SecretException if the parameter cannot be read
     */
    String parameter(String name) {
        JsonNode answer = call("ssm", settings.ssmEndpoint(), name, "AmazonSSM.GetParameter",
                Map.of("Name", name, "WithDecryption", true));
        return text(answer.path("Parameter").path("Value"), "AWS Parameter Store");
    }

    private static String text(JsonNode value, String store) {
        if (!value.isTextual()) {
            throw new SecretException(store + " answered without a text", false);
        }
        return value.textValue();
    }

    private JsonNode call(String service, Optional<URI> endpoint, String id, String target, Map<String, ?> parameters) {
        String region = region(id);
        URI uri = endpoint.orElseGet(() -> URI.create(
                "https://" + service + "." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "")));
        return client.call(new AwsJsonClient.Operation(service, region, uri, target), parameters);
    }

    /** An ARN is arn:aws:service:region:… */
    private String region(String id) {
        String[] parts = id.split(":", 5);
        return parts.length == 5 && parts[0].equals("arn") ? parts[3] : defaultRegion.get();
    }
}
