package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.net.URL;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.sandbox.Sandbox;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.LicenseTruth;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A chain of three providers. The first one is down; the other two read the documents that they support. */
@QuarkusTest
@QuarkusTestResource(value = TestStack.class, restrictToAnnotatedClass = true, initArgs = {
        @ResourceArg(name = "glovebox.providers", value = "huawei,tencent-classic,tencent"),
        @ResourceArg(name = "glovebox.huawei.endpoint", value = "https://localhost:1"),
        @ResourceArg(name = "glovebox.huawei.retry-delay", value = "1ms"),
        @ResourceArg(name = "glovebox.review.min-confidence", value = "1"),
        @ResourceArg(name = "glovebox.huawei.breaker.calls", value = "10000") })
class ChainTest {

    @TestHTTPResource("/")
    URL url;
    Sandbox sandbox;

    static Stream<String> vins() {
        return LicenseTruth.of("").keySet().stream().filter(name -> name.startsWith("vin-") && name.endsWith(".jpg"));
    }

    @ParameterizedTest
    @MethodSource("vins")
    void classicServiceReadsVins(String name) {
        post("/vin", Images.file(name)).statusCode(200)
                .body("document.vin.value", equalTo(LicenseTruth.of("").get(name).path("vin").asText()))
                .body("document.vin.confidence", allOf(greaterThan(0.5f), lessThanOrEqualTo(1f)))
                .body("document.vin.box", hasSize(4)).body("review", equalTo(true))
                .body("reviewReasons[0].code", equalTo("low-confidence")).body("reviewReasons[0].field", equalTo("vin"))
                .body("provider.name", equalTo("tencent-classic"))
                .body("provider.requestId", not(equalTo(null)))
                .body("provider.attempts.provider", contains("huawei", "huawei", "huawei", "tencent-classic"))
                .body("provider.attempts.outcome",
                        contains("provider-failure", "provider-failure", "provider-failure", "succeeded"));
    }

    @Test
    void cloudApiReadsPlates() {
        Map.Entry<String, JsonNode> plate = LicenseTruth.of("").entrySet().stream()
                .filter(image -> image.getKey().equals("plate-03.jpg")).findFirst().orElseThrow();

        post("/license-plate", Images.file(plate.getKey())).statusCode(200)
                .body("document.plates[0].number.value", equalTo(plate.getValue().path("plate_number").asText()))
                .body("document.plates[0].number.confidence", allOf(greaterThan(0.5f), lessThanOrEqualTo(1f)))
                .body("document.plates[0].color.value", equalTo(plate.getValue().path("plate_color").asText()))
                .body("document.plates[0].color.text", equalTo("绿")).body("review", equalTo(true))
                .body("reviewReasons[0].code", equalTo("low-confidence"))
                .body("reviewReasons[0].field", equalTo("plates[0].number")).body("provider.name", equalTo("tencent"))
                .body("provider.attempts.provider", contains("huawei", "huawei", "huawei", "tencent"));
    }

    @Test
    void cloudApiReadsBothPagesOfALicence() {
        post("/vehicle-license", Images.file("license-02-front.jpg")).statusCode(200)
                .body("document.front.plateNumber.value", equalTo("云B88759"))
                .body("document.front.issuingAuthority.value", equalTo("四川省成都市公安局交通警察支队"))
                .body("document.back", equalTo(null)).body("provider.name", equalTo("tencent"));
        post("/vehicle-license?side=back", Images.file("license-02-back.jpg")).statusCode(200)
                .body("document.back.fileNumber.value", equalTo("342527078687"))
                .body("document.back.dimensions.value.lengthMm", equalTo(5162));
    }

    @Test
    void chainStopsAtAnImageWithoutAVin() {
        int before = sandbox.calls().countOf("VinOCR");

        post("/vin", Images.blank("png", 200, 100)).statusCode(422).body("code", equalTo("not-recognized"))
                .body("providerCode", equalTo("-9003"));

        assertThat(sandbox.calls().countOf("VinOCR")).isEqualTo(before);
    }

    @Test
    void chainReturnsTheLastFailureIfEveryProviderFails() {
        post("/license-plate", Images.blank("tiff", 200, 100)).statusCode(502).body("code", equalTo("provider-failure"))
                .body("detail", startsWith("The connection to the provider failed")).body("retryable", equalTo(true));
    }

    private ValidatableResponse post(String path, byte[] image) {
        return given().baseUri(url.toString()).contentType("image/jpeg").body(image).post(path).then();
    }
}
