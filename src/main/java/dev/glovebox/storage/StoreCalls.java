package dev.glovebox.storage;

import dev.glovebox.async.WorkerLimit;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** The limit of the calls that a store makes at once. A store that hangs must not occupy all worker threads. */
final class StoreCalls {

    private static final int MAX_RUNNING = 64;
    private static final int MAX_WAITING = 1_000;

    private StoreCalls() {
    }

    /** Returns a limit for one store. */
    static WorkerLimit limit() {
        return new WorkerLimit(Infrastructure::getDefaultWorkerPool, MAX_RUNNING, MAX_WAITING,
                () -> new StorageException("Too many requests to the store are in progress"));
    }
}
