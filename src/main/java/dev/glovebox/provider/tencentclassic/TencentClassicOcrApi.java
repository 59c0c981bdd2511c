package dev.glovebox.provider.tencentclassic;

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

/** The classic call on the wire. Its body must not be chunked: without a length it is refused with status 411. */
@Path("/")
interface TencentClassicOcrApi {

    /** Asks for nothing that there is: what counts is the connection. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<Response> connect();

    @POST
    @Path("/ocr/vin_detection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    Uni<Response> recognize(@HeaderParam("Authorization") String authorization,
            @HeaderParam("traceparent") String traceparent, @HeaderParam("X-Amzn-Trace-Id") String xray,
            @HeaderParam("Content-Type") String contentType, @HeaderParam("Content-Length") long length, Multi<Buffer> body);
}
