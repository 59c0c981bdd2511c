package dev.glovebox.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Validates every answer that RestAssured gets. Registered for all tests (META-INF/services). */
public final class ValidatedAnswers implements BeforeAllCallback, Filter {

    @Override
    public void beforeAll(ExtensionContext context) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected,
            FilterContext context) {
        Response response = context.next(request, expected);
        ResultSchemas.check(response.asByteArray());
        return response;
    }
}
