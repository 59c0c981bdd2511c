package dev.glovebox.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.glovebox.trace.Correlation;
import dev.glovebox.function.Functions;
import dev.glovebox.function.Problems;
import dev.glovebox.function.Reply;

/** What the three handlers share: an event in, a result or an error of its own type out, within the time that Lambda gives. */
abstract class DocumentHandler implements RequestStreamHandler {

    private static final byte[] NOTHING = {};
    /** How many connections may be left behind. */
    private static final int LEFT = 64;

    private final String name;
    private final Functions functions;
    private final InstantSource clock;
    private int failures;

    DocumentHandler(String name, Functions functions, InstantSource clock) {
        this.name = name;
        this.functions = functions;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        byte[] json = event.readAllBytes();
        byte[] result;
        try {
            result = functions.platformEvent(name, json, RemainingTime.of(context, clock), correlation(context)).await()
                    .indefinitely()
                    .map(Reply::json).orElse(NOTHING);
        } catch (RuntimeException e) {
            if (++failures % LEFT == 0) {
                // the extension has opened a connection for the answer, and leaves it to the garbage collector
                System.gc();
            }
            throw Problems.thrown(e);
        }
        answer.write(result);
    }

    /**
     * The trace is in no context: the extension keeps the header of the invocation under way where X-Ray's SDK looks for it.
     */
    private static Correlation correlation(Context context) {
        return Correlation.of(context.getAwsRequestId(), null, System.getProperty("com.amazonaws.xray.traceHeader"));
    }
}
