package dev.glovebox.image;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts from which callers may name images by URL. The provider fetches the image, not this process. Local addresses are
 * rejected anyway, so that no internal address is sent to a provider.
 */
public final class UrlHosts {

    /** The wildcard that allows every public host. */
    public static final String ANY = "*";

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
        return hosts.contains(host) || hosts.contains(ANY) && PublicHosts.contains(host) && isDefaultPort(url.getPort());
    }

    private static boolean isDefaultPort(int port) {
        return port == -1 || port == HTTP_PORT || port == HTTPS_PORT;
    }
}
