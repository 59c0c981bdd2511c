package dev.glovebox.lambda;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.glovebox.function.FunctionClient;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Stops the start if the function of the configured handler does not exist. */
@ApplicationScoped
class HandlerCheck {

    static final String HANDLER = "quarkus.lambda.handler";

    private final FunctionClient functions;
    private final Optional<String> handler;

    HandlerCheck(FunctionClient functions, @ConfigProperty(name = HANDLER) Optional<String> handler) {
        this.functions = functions;
        this.handler = handler;
    }

    void check(@Observes StartupEvent start) {
        handler.filter(name -> !functions.has(name)).ifPresent(name -> {
            throw new ConfigurationException(HANDLER + " names a function that does not exist: " + name + "; the functions are "
                    + String.join(", ", functions.names()));
        });
    }
}
