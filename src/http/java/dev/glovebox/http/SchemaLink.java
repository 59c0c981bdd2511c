package dev.glovebox.http;

import io.vertx.ext.web.RoutingContext;

/**
 * Adds the {@code Link} header with the JSON Schema of an answer (RFC 8288, {@code describedby}). {@link Descriptions} serves
 * the schemas.
 */
final class SchemaLink {

    private SchemaLink() {
    }

    /**
     * Adds the header, unless the path of the request has more than one segment. The link is relative, so that it is correct
     * behind a gateway that adds a prefix to the path.
     *
     * @param schema the name of the schema, such as {@code vin-1}
     */
    static void put(RoutingContext context, String schema) {
        String path = context.request().path();
        if (path != null && path.lastIndexOf('/') == 0) {
            context.response().putHeader("Link", "<schemas/" + schema + ".json>; rel=\"describedby\"");
        }
    }
}
