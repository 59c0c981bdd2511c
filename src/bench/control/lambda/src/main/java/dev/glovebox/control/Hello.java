package dev.glovebox.control;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A minimal function, which answers every event with a constant. The benchmark compares Glovebox with it. */
public class Hello implements RequestHandler<JsonNode, JsonNode> {

    @Override
    public JsonNode handleRequest(JsonNode event, Context context) {
        return JsonNodeFactory.instance.objectNode().put("hello", "world");
    }
}
