package dev.glovebox.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.function.Functions;
import dev.glovebox.function.Problems;

/** What the three handlers share: an event in, a result or an error of its own type out, within the time that Lambda gives. */
abstract class DocumentHandler implements RequestHandler<JsonNode, JsonNode> {

    private final String name;
    private final Functions functions;

    DocumentHandler(String name, Functions functions) {
        this.name = name;
        this.functions = functions;
    }

    @Override
    public JsonNode handleRequest(JsonNode event, Context context) {
        try {
            return functions.platformEvent(name, event, context.getRemainingTimeInMillis()).await().indefinitely();
        } catch (RuntimeException e) {
            throw Problems.thrown(e);
        }
    }
}
