package dev.glovebox.provider.huawei;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

/**
 * IAM's token request on the wire.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html">the API</a>
 */
@Path("/v3/auth/tokens")
interface HuaweiIamApi {

    /** @param withoutCatalog true leaves the large list of endpoints out of the answer */
    @POST
    @Consumes("application/json;charset=utf8")
    @Produces(MediaType.WILDCARD)
    Uni<Response> token(@QueryParam("nocatalog") boolean withoutCatalog, byte[] body);
}
