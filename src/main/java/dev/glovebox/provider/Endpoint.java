package dev.glovebox.provider;

import java.net.URI;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Where a service answers: scheme, host and port.
 *
 * @param uri without a path: a slash at its end would be signed, and not sent
 */
public record Endpoint(URI uri) {

    /**
     * The endpoint that a setting names.
     *
     * @param key the setting's key
     * @throws ConfigurationException where it is not http or https and a host alone; the message names the key
     */
    public static Endpoint of(URI url, String key) {
        String path = url.getRawPath();
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new ConfigurationException(key + " must be http:// or https:// and a host, without a path");
        }
        return new Endpoint(URI.create(url.getScheme() + "://" + url.getRawAuthority()));
    }

    /** The Host header as the client sends it: with the port where that is not the scheme's own. */
    public String hostHeader() {
        int standard = "https".equals(uri.getScheme()) ? 443 : 80;
        int port = uri.getPort();
        return port < 0 || port == standard ? uri.getHost() : uri.getHost() + ":" + port;
    }
}
