package dev.glovebox.provider.huawei;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.ImageBody;
import io.smallrye.mutiny.Uni;

/**
 * Signs each call with a key pair (AK/SK).
 *
 * @param signer signs with the key pair
 * @param securityToken the token that belongs to temporary keys; null for permanent keys
 * @param endpoint the OCR service
 * @param projectId the project of the calls
 * @param clock tells the time of the signature
 */
record HuaweiKeyPair(HuaweiSigner signer, String securityToken, Endpoint endpoint, String projectId,
        InstantSource clock) implements HuaweiAuthentication {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    /** Returns the endpoint without the token of temporary keys. */
    @Override
    public String toString() {
        return "HuaweiKeyPair[" + endpoint.hostHeader() + "]";
    }

    @Override
    public Uni<Proof> authenticate(String operation, ImageBody body) {
        return Uni.createFrom().item(() -> sign(operation, body, clock.instant()));
    }

    private Proof sign(String operation, ImageBody body, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Project-Id", projectId);
        headers.put("X-Sdk-Date", DATE.format(now));
        if (securityToken != null) {
            headers.put("X-Security-Token", securityToken);
        }
        Map<String, String> signed = new LinkedHashMap<>(headers);
        signed.put("Host", endpoint.hostHeader());
        URI uri = URI.create(endpoint.uri() + "/v2/" + projectId + "/ocr/" + operation);
        headers.put("Authorization", signer.authorization("POST", uri, signed, body.sha256()));
        return new Proof(projectId, null, headers);
    }
}
