package dev.glovebox.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** A stub of the OCR services and of AWS Secrets Manager. It answers every request at once with a constant. */
final class ProviderStub implements AutoCloseable {

    private static final String SECRET = "secret";

    /** The answers by the last part of the path or by Tencent's action. */
    private static final Map<String, byte[]> ANSWERS = Map.of(SECRET, bytes("""
            {"SecretString":"{\\"ak\\":\\"bench-access-key\\",\\"sk\\":\\"bench-secret-key\\"}"}"""), "VinOCR", bytes("""
            {"Response":{"Vin":"LBV2B25G2E5069977","RequestId":"1"}}"""), "vin_detection", bytes("""
            {"code":0,"message":"OK","data":{"session_id":"1","items":[{"itemstring":"LBV2B25G2E5069977"}]}}"""), "vin",
            bytes("""
                    {"result":{"vin":"LBV2B25G2E5069977"}}"""), "license-plate", bytes("""
                    {"result":[{"plate_number":"粤B12345","plate_color":"blue","confidence":0.9876,\
                    "plate_location":[[266,330],[715,344],[713,427],[263,413]]}]}"""), "vehicle-license",
            bytes("""
                    {"result":{"front":{"number":"苏JGF113","vehicle_type":"小型轿车","name":"王伟","address":"江苏省盐城市","use_character":"非营运",\
                    "model":"大众汽车牌SVW7167BSD","engine_no":"416098","vin":"LBV2B25G2E5069977","register_date":"2012-03-14",\
                    "issue_date":"2012-03-14","issuing_authority":"江苏省盐城市公安局交通警察支队"},"back":{"number":"苏JGF113",\
                    "file_no":"320900123456","approved_passengers":"5人","gross_mass":"1700kg","unladen_mass":"1250kg",\
                    "approved_load":"--","dimension":"4546×1778×1454mm","traction_mass":"--","remarks":"",\
                    "inspection_record":"检验有效期至2014年03月苏J","code_number":"*3200012345678*"}}}"""));

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    ProviderStub() {
        server = vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true)).requestHandler(request -> {
            String action = request.getHeader("X-TC-Action");
            String operation = request.getHeader("X-Amz-Target") != null ? SECRET
                    : action != null ? action : request.path().substring(request.path().lastIndexOf('/') + 1);
            request.end().onSuccess(all -> request.response().putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(ANSWERS.get(operation))));
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
