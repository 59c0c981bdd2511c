package dev.glovebox.lambda;

import java.time.InstantSource;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.DocumentType;
import dev.glovebox.function.Failures;
import dev.glovebox.function.FunctionPath;
import dev.glovebox.function.Invocation;
import dev.glovebox.provider.Defect;
import dev.glovebox.trigger.TriggerDecoder;

/** What the three handlers share: an event in, a result or an error of its own type out, within the time that Lambda gives. */
abstract class DocumentHandler implements RequestHandler<JsonNode, JsonNode> {

    private final DocumentType type;
    private final FunctionPath path;
    private final InstantSource clock;

    DocumentHandler(DocumentType type, FunctionPath path, InstantSource clock) {
        this.type = type;
        this.path = path;
        this.clock = clock;
    }

    @Override
    public JsonNode handleRequest(JsonNode event, Context context) {
        Invocation invocation = new Invocation(Invocation.Caller.PLATFORM,
                clock.instant().plusMillis(context.getRemainingTimeInMillis()));
        try {
            return path.run(type, TriggerDecoder.decode(event), invocation).await().indefinitely();
        } catch (RuntimeException e) {
            // every failure leaves as one type with its code first, and a defect without its message: Lambda logs both
            throw Failures.isKnown(e) ? Failures.of(e).toException() : Defect.of(e);
        }
    }
}
