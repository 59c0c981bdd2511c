package dev.glovebox.secret;

/** The stores that can hold a secret. */
public enum SecretStore {
    /** A file, such as Kubernetes and Docker mount. */
    FILE("file"),
    /** AWS Secrets Manager. */
    SECRETS_MANAGER("aws-secretsmanager"),
    /** AWS Systems Manager Parameter Store. */
    PARAMETER_STORE("aws-ssm");

    private final String scheme;

    SecretStore(String scheme) {
        this.scheme = scheme;
    }

    /** Returns the text before the colon of a reference. */
    public String scheme() {
        return scheme;
    }
}
