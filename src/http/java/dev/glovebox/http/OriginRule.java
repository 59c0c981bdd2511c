package dev.glovebox.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a browser may send a request. A page of another origin could otherwise make its visitor's browser call the
 * functions, and each call costs money. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454: the web origin concept</a>
 */
final class OriginRule {

    private final Set<String> allowed;

    /** @param allowed the allowed origins, such as {@code https://fleet.example}, apart from the server's own */
    OriginRule(Set<String> allowed) {
        this.allowed = allowed.stream().map(OriginRule::normalize).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns true if the request may be served.
     *
     * @param origin the header {@code Origin}; null for callers other than browsers
     * @param scheme the scheme of the request, as the browser sees it
     * @param authority the host and port of the request, as the browser sees them
     */
    boolean allows(String origin, String scheme, String authority) {
        return origin == null || normalize(origin).equals(normalize(scheme + "://" + authority)) || isListed(origin);
    }

    /** Returns true if the origin is another one than the server's own, and is allowed. */
    boolean isListed(String origin) {
        return origin != null && allowed.contains(normalize(origin));
    }

    /** Removes the default port, and ignores the case. */
    private static String normalize(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        try {
            URI uri = URI.create(lower);
            boolean isDefaultPort = uri.getPort() == 443 && "https".equals(uri.getScheme())
                    || uri.getPort() == 80 && "http".equals(uri.getScheme());
            return isDefaultPort ? uri.getScheme() + "://" + uri.getHost() : lower;
        } catch (IllegalArgumentException notAUri) {
            return lower;
        }
    }
}
