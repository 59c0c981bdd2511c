package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.glovebox.failure.Defect;
import dev.glovebox.failure.OutOfMemory;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/**
 * Logs exceptions that no code handles, without their messages, which may contain data or secrets. Ends the process if the heap
 * is exhausted.
 */
@ApplicationScoped
class UnhandledExceptions {

    private static final Logger LOG = Logger.getLogger(UnhandledExceptions.class);

    void install(@Observes StartupEvent start, Vertx vertx) {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> report(thrown));
        vertx.exceptionHandler(UnhandledExceptions::report);
        Infrastructure.setDroppedExceptionHandler(UnhandledExceptions::report);
    }

    private static void report(Throwable thrown) {
        OutOfMemory.exitIfCauseOf(thrown);
        LOG.error("An exception was not handled", Defect.of(thrown));
    }
}
