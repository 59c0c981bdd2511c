package dev.glovebox.secret;

import java.net.URI;
import java.util.Optional;

/** {@code glovebox.secrets.*}: other endpoints of AWS' secret stores. */
public interface SecretSettings {

    /** The endpoint of Secrets Manager, for example of a VPC endpoint; unset: the region's public endpoint. */
    Optional<URI> secretsManagerEndpoint();

    /** The endpoint of Systems Manager, which Parameter Store belongs to; unset: the region's public endpoint. */
    Optional<URI> ssmEndpoint();
}
