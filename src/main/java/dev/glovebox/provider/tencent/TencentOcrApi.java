package dev.glovebox.provider.tencent;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * Cloud API 3.0 on the wire: all operations have one URL, and a header names the operation.
 *
 * @see <a href="https://cloud.tencent.com/document/api/866/33518">common parameters</a>
 */
@Path("/")
interface TencentOcrApi {

    /** The content type. It is signed exactly as it is sent. */
    String CONTENT_TYPE = "application/json; charset=utf-8";

    /** Requests a dummy path to open the connection. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<Response> connect();

    /**
     * Calls an operation.
     *
     * @param headers all headers of the request; a streamed body gets no others
     */
    @POST
    @Consumes(TencentOcrApi.CONTENT_TYPE)
    @Produces(MediaType.WILDCARD)
    Uni<Response> call(@RestHeader Map<String, String> headers, Multi<Buffer> body);
}
