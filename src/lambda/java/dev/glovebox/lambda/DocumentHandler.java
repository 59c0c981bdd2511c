package dev.glovebox.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.glovebox.function.FunctionClient;
import dev.glovebox.function.Invocation;
import dev.glovebox.function.Invocations;
import dev.glovebox.function.Problems;
import dev.glovebox.trigger.TriggerReader;

/**
 * Calls a function with the event and the deadline of Lambda. Converts every failure to one type of exception, whose message
 * contains the failure code.
 */
abstract class DocumentHandler implements RequestStreamHandler {

    /** The system property in which the poll loop of Quarkus stores the trace header of the current invocation. */
    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

    private final String function;
    private final FunctionClient functions;
    private final Invocations invocations;
    private final InstantSource clock;
    private final AbandonedConnections connections = new AbandonedConnections();

    DocumentHandler(String function, FunctionClient functions, Invocations invocations, InstantSource clock) {
        this.function = function;
        this.functions = functions;
        this.invocations = invocations;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Invocation invocation = invocations.ofPlatform(RemainingTime.of(context, clock), context.getAwsRequestId(),
                System.getProperty(TRACE_PROPERTY));
        byte[] json;
        try {
            json = functions.call(function, TriggerReader.read(event.readAllBytes()), invocation).await().indefinitely().json();
        } catch (RuntimeException failure) {
            connections.countOne();
            throw Problems.toPlatformException(failure);
        }
        answer.write(json);
    }
}
