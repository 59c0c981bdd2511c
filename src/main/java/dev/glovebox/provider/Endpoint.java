package dev.glovebox.provider;

import java.net.URI;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The scheme, host and port of a service.
 *
 * @param uri a URI without a path: a slash at its end would be signed but not sent
 */
public record Endpoint(URI uri) {

    /**
     * Checks the URL of a setting and removes a slash at its end.
     *
     * @param key the setting's key
     * @throws ConfigurationException if the URL is not http or https, or has a path; the message names the key
     */
    public static Endpoint of(URI url, String key) {
        String path = url.getRawPath();
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new ConfigurationException(key + " must be http:// or https:// and a host, without a path");
        }
        return new Endpoint(URI.create(url.getScheme() + "://" + url.getRawAuthority()));
    }

    /** Returns the Host header as the REST client sends it: without the scheme's default port. */
    public String hostHeader() {
        int defaultPort = "https".equals(uri.getScheme()) ? 443 : 80;
        int port = uri.getPort();
        return port < 0 || port == defaultPort ? uri.getHost() : uri.getHost() + ":" + port;
    }
}
