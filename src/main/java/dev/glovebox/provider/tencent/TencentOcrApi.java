package dev.glovebox.provider.tencent;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * Cloud API 3.0 on the wire: one address, the operation in a header. A header that is null is not sent; a stream has none but
 * those given.
 *
 * @see <a href="https://cloud.tencent.com/document/api/866/33518">common parameters</a>
 */
@Path("/")
interface TencentOcrApi {

    /** Asks for nothing that there is: what counts is the connection. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<Response> connect();

    @POST
    @Consumes(TencentOcrApi.CONTENT_TYPE)
    @Produces(MediaType.WILDCARD)
    Uni<Response> call(@HeaderParam("X-TC-Action") String action, @HeaderParam("X-TC-Version") String version,
            @HeaderParam("X-TC-Timestamp") long timestamp, @HeaderParam("X-TC-Region") String region,
            @HeaderParam("X-TC-Token") String token, @HeaderParam("Authorization") String authorization,
            @HeaderParam("traceparent") String traceparent, @HeaderParam("X-Amzn-Trace-Id") String xray,
            @HeaderParam("Content-Type") String contentType, @HeaderParam("Content-Length") long length, Multi<Buffer> body);

    /** Signed byte for byte as it is sent. */
    String CONTENT_TYPE = "application/json; charset=utf-8";
}
