package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.trigger.Trigger;
import io.quarkus.funqy.Context;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/**
 * The three functions. Bindings call them by name through {@link FunctionClient}.
 *
 * <p>
 * A returned answer fails with a {@link dev.glovebox.failure.FailureException} if the caller must know about the failure, or if
 * the platform is to deliver the event again.
 */
@ApplicationScoped
public class Functions {

    private final TriggerDispatcher dispatcher;

    Functions(TriggerDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Reads vehicle identification numbers. */
    @Funq("vin")
    public Uni<Reply> vin(Trigger trigger, @Context Invocation invocation) {
        return dispatcher.dispatch(DocumentType.VIN, trigger, invocation);
    }

    /** Reads vehicle licences (行驶证). */
    @Funq("vehicle-license")
    public Uni<Reply> vehicleLicense(Trigger trigger, @Context Invocation invocation) {
        return dispatcher.dispatch(DocumentType.VEHICLE_LICENSE, trigger, invocation);
    }

    /** Reads licence plates. */
    @Funq("license-plate")
    public Uni<Reply> licensePlate(Trigger trigger, @Context Invocation invocation) {
        return dispatcher.dispatch(DocumentType.LICENSE_PLATE, trigger, invocation);
    }
}
