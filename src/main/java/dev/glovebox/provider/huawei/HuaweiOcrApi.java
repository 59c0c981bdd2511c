package dev.glovebox.provider.huawei;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * OCR v2 on the wire. Bodies are bytes: the request's because they are signed and streamed, the answer's because an error
 * comes in any content type. A header that is null is not sent; a stream has none but those given.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/api-ocr/ocr_03_0121.html">the API</a>
 */
@Path("/")
interface HuaweiOcrApi {

    /** Asks for nothing that there is: what counts is the connection. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<Response> connect();

    @POST
    @Path("/v2/{projectId}/ocr/{operation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    Uni<Response> recognize(@PathParam("projectId") String projectId, @PathParam("operation") String operation,
            @HeaderParam("X-Auth-Token") String token, @HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Sdk-Date") String date, @HeaderParam("X-Project-Id") String signedProjectId,
            @HeaderParam("X-Security-Token") String securityToken, @HeaderParam("traceparent") String traceparent,
            @HeaderParam("X-Amzn-Trace-Id") String xray,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") long length, Multi<Buffer> body);
}
