package dev.glovebox.provider.huawei;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * OCR v2 on the wire. A request's body is a stream of bytes, which are signed and sent exactly as they are. An answer's body
 * is read as bytes, since errors come in any content type.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/api-ocr/ocr_03_0121.html">the API</a>
 */
@Path("/")
interface HuaweiOcrApi {

    /** Requests a dummy path to open the connection. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<Response> connect();

    /**
     * Reads an image.
     *
     * @param headers all headers of the request; a streamed body gets no others
     */
    @POST
    @Path("/v2/{projectId}/ocr/{operation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    Uni<Response> recognize(@PathParam("projectId") String projectId, @PathParam("operation") String operation,
            @RestHeader Map<String, String> headers, Multi<Buffer> body);
}
