package dev.glovebox.http;

import io.vertx.ext.web.RoutingContext;

/**
 * Where the schema is that an answer obeys, as {@code Link} header (RFC 8288, {@code describedby}). {@link Descriptions} has
 * the files themselves.
 */
final class SchemaLink {

    private SchemaLink() {
    }

    /**
     * Relative, so that it holds behind a gateway's prefix too; left out where the request's path is none of ours to be
     * relative to.
     *
     * @param schema the schema's name, such as {@code vin-1}
     */
    static void put(RoutingContext context, String schema) {
        String path = context.request().path();
        if (path != null && path.lastIndexOf('/') == 0) {
            context.response().putHeader("Link", "<schemas/" + schema + ".json>; rel=\"describedby\"");
        }
    }
}
