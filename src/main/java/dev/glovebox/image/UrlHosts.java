package dev.glovebox.image;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts whose images a caller may name by URL. The provider fetches them, not this process; still an address that only
 * means something here is refused, so that none is sent out.
 */
public final class UrlHosts {

    /** Stands for every public host. */
    public static final String ANY = "*";

    /** A name with a dot whose last label begins with a letter: neither a bare local name nor an address in any notation. */
    private static final Pattern PUBLIC_NAME = Pattern.compile("(?:[a-z0-9_-]+\\.)+[a-z][a-z0-9-]*");
    private static final Set<String> LOCAL_DOMAINS = Set.of("localhost", "local", "internal", "localdomain", "home", "lan");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Set<String> hosts;

    /** @param hosts names, compared without regard to case; {@link #ANY} stands for every public one */
    public UrlHosts(Set<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * True for an http or https URL without user information whose host is on the list; of any host, at the web's own ports
     * only.
     */
    public boolean allow(URI url) {
        String scheme = url.getScheme();
        if (url.getHost() == null || url.getRawUserInfo() != null
                || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return hosts.contains(host) || hosts.contains(ANY) && isPublicName(host) && isWebPort(url.getPort());
    }

    /** Whoever names any host could look for open ports by the answers. */
    private static boolean isWebPort(int port) {
        return port == -1 || port == HTTP || port == HTTPS;
    }

    private static boolean isPublicName(String host) {
        return PUBLIC_NAME.matcher(host).matches() && !LOCAL_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1));
    }
}
