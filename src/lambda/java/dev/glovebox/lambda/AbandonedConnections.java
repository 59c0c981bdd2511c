package dev.glovebox.lambda;

/**
 * Counts the connections that Quarkus' poll loop abandons, and has the garbage collector close them in time.
 *
 * <p>
 * For a stream handler the poll loop opens the connection for the answer before it calls the handler ({@code
 * AbstractLambdaPollLoop.startPollLoop}, {@code responseStream}). If the handler throws, the loop posts the error over a second
 * connection and never closes the first: it keeps its file descriptor until it is collected. Lambda allows 1,024 descriptors,
 * and a native executable with a small live set may run for thousands of failures without a collection.
 */
final class AbandonedConnections {

    private static final int MAX = 64;

    private int count;

    /** Counts one abandoned connection. The poll loop is one thread, so this needs no lock. */
    void countOne() {
        if (++count % MAX == 0) {
            System.gc();
        }
    }
}
