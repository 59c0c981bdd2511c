package dev.glovebox.lambda;

/**
 * Counts the connections that the poll loop of Quarkus abandons. Runs the garbage collector, which closes them, before there
 * are too many.
 *
 * <p>
 * For a stream handler the poll loop opens the connection for the answer before it calls the handler
 * ({@code AbstractLambdaPollLoop.startPollLoop}, {@code responseStream}). If the handler throws, the loop posts the error over
 * a second connection and never closes the first. The first keeps its file descriptor until the garbage collector finds it.
 * Lambda allows 1,024 descriptors. A native executable needs little memory, so it may handle thousands of failures without a
 * collection.
 */
final class AbandonedConnections {

    private static final int MAX_OPEN = 64;

    private int count;

    /** Counts one abandoned connection. The poll loop is one thread, so this needs no lock. */
    void countOne() {
        if (++count % MAX_OPEN == 0) {
            System.gc();
        }
    }
}
