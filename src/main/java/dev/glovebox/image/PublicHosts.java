package dev.glovebox.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides whether the name of a host is one of the public DNS. Names of networks, clusters and clouds for themselves, and IP
 * addresses in every notation, are not.
 *
 * <p>
 * The first use loads the table of top-level domains. Domains that came into use after the date of the table are not public by
 * this rule; an operator can list their hosts.
 */
final class PublicHosts {

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4">RFC 1035: size limits</a> */
    private static final int MAX_LENGTH = 253;
    /** At least two labels, of which the last begins with a letter. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9_-]++\\.)++[a-z][a-z0-9-]*+");

    /** Public domains whose names stand for internal addresses: services of clouds, and services that return any address. */
    private static final Set<String> INTERNAL_DOMAINS = Set.of(
            "1u.ms", "backname.io", "internal.cloudapp.net", "lacolhost.com", "localtest.me",
            "lvh.me", "nip.io", "rbndr.us", "rebind.network", "sslip.io",
            "tencentyun.com", "traefik.me", "vcap.me", "xip.io");

    private static final Set<String> TOP_LEVEL_DOMAINS = load("top-level-domains.txt");

    private PublicHosts() {
    }

    /** @param host a name in lower case */
    static boolean contains(String host) {
        return host.length() <= MAX_LENGTH && NAME.matcher(host).matches()
                && TOP_LEVEL_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1))
                && INTERNAL_DOMAINS.stream().noneMatch(domain -> isWithin(host, domain));
    }

    private static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static Set<String> load(String name) {
        try (InputStream resource = PublicHosts.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII).lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" "))).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
