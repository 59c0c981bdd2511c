package dev.glovebox.testing;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import dev.glovebox.storage.WithoutExpectation;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server and the credentials for it. */
public record StoreEndpoint(URI url, String accessKey, String secretKey) {

    public static final String REGION = "us-east-1";

    /** Returns a client for tests, without the checksums that other stores than S3 reject. */
    public S3Client client() {
        return S3Client.builder().endpointOverride(url).region(Region.of(REGION)).forcePathStyle(true)
                .serviceConfiguration(client -> client.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .overrideConfiguration(client -> client.addExecutionInterceptor(new WithoutExpectation())).build();
    }

    /** Returns the environment of a packaged server that uses this store. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_S3_ENDPOINT_OVERRIDE", url.toString());
        environment.put("QUARKUS_S3_PATH_STYLE_ACCESS", "true");
        environment.put("QUARKUS_S3_AWS_REGION", REGION);
        environment.put("QUARKUS_S3_AWS_CREDENTIALS_TYPE", "static");
        environment.put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID", accessKey);
        environment.put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY", secretKey);
        return environment;
    }
}
