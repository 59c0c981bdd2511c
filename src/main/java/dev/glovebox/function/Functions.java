package dev.glovebox.function;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.DocumentType;
import dev.glovebox.trigger.TriggerDecoder;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/** The three functions, as Funqy's bindings call them. */
@ApplicationScoped
public class Functions {

    private final FunctionPath path;
    private final GloveboxSettings settings;
    private final InstantSource clock;

    Functions(FunctionPath path, GloveboxSettings settings, InstantSource clock) {
        this.path = path;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads vehicle identification numbers. */
    @Funq("vin")
    public Uni<JsonNode> vin(JsonNode event) {
        return run(DocumentType.VIN, event);
    }

    /** Reads vehicle licences (行驶证). */
    @Funq("vehicle-license")
    public Uni<JsonNode> vehicleLicense(JsonNode event) {
        return run(DocumentType.VEHICLE_LICENSE, event);
    }

    /** Reads licence plates. */
    @Funq("license-plate")
    public Uni<JsonNode> licensePlate(JsonNode event) {
        return run(DocumentType.LICENSE_PLATE, event);
    }

    /** The function of that type. */
    public Uni<JsonNode> run(DocumentType type, JsonNode event) {
        return Uni.createFrom().deferred(() -> path.run(type, TriggerDecoder.decode(event), httpInvocation()));
    }

    /** Funqy names no deadline and no caller: what comes in by HTTP is anyone's. */
    public Invocation httpInvocation() {
        return new Invocation(Invocation.Caller.HTTP, clock.instant().plus(settings.timeout()));
    }
}
