package dev.glovebox.image;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts from which callers may name images by URL. The provider fetches the image, not this process. Local addresses are
 * rejected anyway, so that no internal address is sent to a provider.
 */
public final class UrlHosts {

    /** The wildcard that allows every public host. */
    public static final String ANY = "*";

    /**
     * A name with at least two labels, of which the last begins with a letter. This excludes local names and IP addresses in
     * every notation.
     */
    private static final Pattern PUBLIC_NAME = Pattern.compile("(?:[a-z0-9_-]+\\.)+[a-z][a-z0-9-]*");
    private static final Set<String> LOCAL_DOMAINS = Set.of("localhost", "local", "internal", "localdomain", "home", "lan");

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Set<String> hosts;

    /** @param hosts the names of the hosts, in any case; {@link #ANY} allows every public host */
    public UrlHosts(Set<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns true if callers may use the URL. It must be an http or https URL without user information. Its host must be in
     * the list. The wildcard {@link #ANY} allows the default ports only: otherwise a caller could scan the ports of any host.
     */
    public boolean allows(URI url) {
        String scheme = url.getScheme();
        if (url.getHost() == null || url.getRawUserInfo() != null
                || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return hosts.contains(host) || hosts.contains(ANY) && isPublicName(host) && isDefaultPort(url.getPort());
    }

    private static boolean isDefaultPort(int port) {
        return port == -1 || port == HTTP_PORT || port == HTTPS_PORT;
    }

    private static boolean isPublicName(String host) {
        return PUBLIC_NAME.matcher(host).matches() && !LOCAL_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1));
    }
}
