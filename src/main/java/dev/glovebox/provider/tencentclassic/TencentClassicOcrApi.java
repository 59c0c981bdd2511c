package dev.glovebox.provider.tencentclassic;

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

/** The classic API on the wire. The service refuses chunked bodies with status 411. */
@Path("/")
interface TencentClassicOcrApi {

    /** Requests a dummy path to open the connection. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<Response> connect();

    /**
     * Reads a VIN.
     *
     * @param headers all headers of the request; a streamed body gets no others
     */
    @POST
    @Path("/ocr/vin_detection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    Uni<Response> recognize(@RestHeader Map<String, String> headers, Multi<Buffer> body);
}
