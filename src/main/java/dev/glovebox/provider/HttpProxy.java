package dev.glovebox.provider;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The proxy that the environment names for an endpoint: {@code HTTPS_PROXY} or {@code HTTP_PROXY}, unless {@code NO_PROXY}
 * lists
 * the host. The names may be in lower case, which takes precedence, as in curl.
 *
 * @param host the host of the proxy
 * @param port the port of the proxy
 * @param user null if the proxy needs no credentials
 * @param password null if the proxy needs no credentials
 */
record HttpProxy(String host, int port, String user, String password) {

    private static final int DEFAULT_PORT = 80;

    /** Returns no credentials. */
    @Override
    public String toString() {
        return "HttpProxy[" + host + ":" + port + "]";
    }

    /**
     * Returns the proxy for an endpoint; empty for a direct connection. The own machine is always connected directly.
     *
     * @param environment returns the value of an environment variable; null if it is not set
     * @throws ConfigurationException if the variable is not a URL of a proxy; the message names the variable
     */
    static Optional<HttpProxy> of(URI endpoint, UnaryOperator<String> environment) {
        String name = "https".equalsIgnoreCase(endpoint.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        return value(name, environment).filter(proxy -> !isDirect(endpoint.getHost().toLowerCase(Locale.ROOT),
                value("NO_PROXY", environment).orElse(""))).map(proxy -> parse(proxy, name));
    }

    private static Optional<String> value(String name, UnaryOperator<String> environment) {
        String lower = environment.apply(name.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(lower != null ? lower : environment.apply(name)).map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static boolean isDirect(String host, String exceptions) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")
                || Arrays.stream(exceptions.toLowerCase(Locale.ROOT).split("[,\\s]+")).filter(entry -> !entry.isEmpty())
                        .anyMatch(entry -> entry.equals("*") || host.equals(withoutDot(entry))
                                || host.endsWith("." + withoutDot(entry)));
    }

    private static String withoutDot(String domain) {
        return domain.startsWith("*.") ? domain.substring(2) : domain.startsWith(".") ? domain.substring(1) : domain;
    }

    private static HttpProxy parse(String text, String name) {
        try {
            URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
            if (proxy.getHost() != null && "http".equalsIgnoreCase(proxy.getScheme())) {
                String[] credentials = proxy.getUserInfo() == null ? new String[] { null, null }
                        : Arrays.copyOf(proxy.getUserInfo().split(":", 2), 2);
                return new HttpProxy(proxy.getHost(), proxy.getPort() == -1 ? DEFAULT_PORT : proxy.getPort(), credentials[0],
                        credentials[1]);
            }
        } catch (IllegalArgumentException notAUrl) {
            // the message below must not contain the value
        }
        throw new ConfigurationException(name + " must be http://host:port");
    }
}
