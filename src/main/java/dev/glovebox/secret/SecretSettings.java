package dev.glovebox.secret;

import java.net.URI;
import java.util.Optional;

/** {@code glovebox.secrets.*}: where AWS keeps secrets, if not at its own addresses. */
public interface SecretSettings {

    /** Of Secrets Manager: a VPC endpoint, for one; unset: the region's own. */
    Optional<URI> secretsManagerEndpoint();

    /** Of Systems Manager, which Parameter Store is a part of; likewise. */
    Optional<URI> ssmEndpoint();
}
