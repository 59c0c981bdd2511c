package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.net.URL;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.glovebox.testing.TestStack;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.FunctionRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The HTTP server serves only the functions in Funqy's registry. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class UnregisteredFunctionTest {

    @TestHTTPResource("/")
    URL url;
    private FunctionRegistry registry;

    @BeforeEach
    void removeFunctions() {
        registry = FunctionRecorder.registry;
        FunctionRecorder.registry = new FunctionRegistry();
    }

    @AfterEach
    void restoreFunctions() {
        FunctionRecorder.registry = registry;
    }

    @Test
    void functionThatIsNotInTheRegistryIsNotFound() {
        given().port(url.getPort()).contentType("application/json").body("{\"warmup\": true}").post("/vin").then()
                .statusCode(404)
                .contentType("application/problem+json").body("detail", equalTo("There is no such function"));
    }

    @Test
    void functionThatIsInTheRegistryIsCalled() {
        FunctionRecorder.registry = registry;

        given().port(url.getPort()).contentType("application/json").body("{\"warmup\": true}").post("/vin").then()
                .statusCode(204);
    }
}
