package dev.glovebox.function;

import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.trace.Correlation;
import dev.glovebox.trace.Ids;
import dev.glovebox.upload.ResultJson;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.DocumentType;
import dev.glovebox.trigger.CallOptions;
import dev.glovebox.trigger.CalledImage;
import dev.glovebox.trigger.InvalidTriggerException;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.TriggerDecoder;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/** The three functions, and the ways in which a binding calls them. */
@ApplicationScoped
public class Functions {

    private final FunctionPath path;
    private final GloveboxSettings settings;
    private final InstantSource clock;
    private final ResultJson results;
    private final Ids ids;

    Functions(FunctionPath path, GloveboxSettings settings, InstantSource clock, ResultJson results, Ids ids) {
        this.path = path;
        this.settings = settings;
        this.clock = clock;
        this.results = results;
        this.ids = ids;
    }

    /** Reads vehicle identification numbers. */
    @Funq("vin")
    public Uni<JsonNode> vin(JsonNode event) {
        return event(DocumentType.VIN, event);
    }

    /** Reads vehicle licences (行驶证). */
    @Funq("vehicle-license")
    public Uni<JsonNode> vehicleLicense(JsonNode event) {
        return event(DocumentType.VEHICLE_LICENSE, event);
    }

    /** Reads licence plates. */
    @Funq("license-plate")
    public Uni<JsonNode> licensePlate(JsonNode event) {
        return event(DocumentType.LICENSE_PLATE, event);
    }

    private Uni<JsonNode> event(DocumentType type, JsonNode event) {
        return Uni.createFrom()
                .deferred(() -> path.run(type, () -> TriggerDecoder.decode(event), fromAnyone(correlation(null, null, null))))
                .map(reply -> reply.map(said -> results.tree(said.json())).orElse(null));
    }

    /** The function that a platform's own paths are for; empty where there is none. */
    public Optional<String> eventFunction() {
        return settings.http().eventFunction();
    }

    /** The functions' names. */
    public static List<String> names() {
        return Arrays.stream(DocumentType.values()).map(DocumentType::id).toList();
    }

    /**
     * Reads an image that is the body of a request.
     *
     * @param name the function's
     * @param body the image; not copied
     * @param side which pages of a licence are wanted; null where the caller does not say
     * @param returnIssuingAuthority whether its seal is wanted; likewise
     * @param correlation what the request is known by
     * @return the result as JSON; fails with what {@link Problems} can tell
     */
    public Uni<Optional<Reply>> image(String name, byte[] body, String side, String returnIssuingAuthority,
            Correlation correlation) {
        return Uni.createFrom()
                .deferred(() -> path.run(type(name), () -> new Trigger.Call(new CalledImage.Bytes(notEmpty(body)),
                        CallOptions.of(side, returnIssuingAuthority)), fromAnyone(correlation)));
    }

    /**
     * Does what the JSON body of a request asks for: a call or an event.
     *
     * @param correlation what the request is known by
     * @return the result as JSON, or nothing where there is nothing to say; fails with what {@link Problems} can tell
     */
    public Uni<Optional<Reply>> json(String name, byte[] body, Correlation correlation) {
        return Uni.createFrom()
                .deferred(() -> path.run(type(name), () -> TriggerDecoder.decode(body), fromAnyone(correlation)));
    }

    /**
     * Does what an event asks for that the platform itself delivers.
     *
     * @param event JSON
     * @param remaining how long the platform waits; empty if it does not say, then {@code glovebox.timeout}
     * @param correlation what the invocation is known by
     * @return as for {@link #json}
     */
    public Uni<Optional<Reply>> platformEvent(String name, byte[] event, Optional<Duration> remaining,
            Correlation correlation) {
        return Uni.createFrom().deferred(() -> path.run(type(name), () -> TriggerDecoder.decode(event),
                new Invocation(Invocation.Caller.PLATFORM, clock.instant().plus(remaining.orElseGet(settings::timeout)),
                        correlation)));
    }

    /** Tells of a request that never came to the function: its body was too large, or of no type that is read. */
    public void refused(String name, Correlation correlation) {
        path.refused(type(name), fromAnyone(correlation));
    }

    /**
     * What a request is known by, as its headers say it; with an id of its own where they name none.
     *
     * @param requestId null where there is none; so may the others be
     * @param traceparent W3C's header
     * @param xray X-Ray's header
     */
    public Correlation correlation(String requestId, String traceparent, String xray) {
        Correlation said = Correlation.of(requestId, traceparent, xray);
        return said.requestId() != null ? said : new Correlation(ids.next(), said.trace());
    }

    private Invocation fromAnyone(Correlation correlation) {
        return new Invocation(Invocation.Caller.HTTP, clock.instant().plus(settings.timeout()), correlation);
    }

    private static DocumentType type(String name) {
        return DocumentType.of(name).orElseThrow(() -> new InvalidTriggerException("There is no such function"));
    }

    private static byte[] notEmpty(byte[] body) {
        if (body.length == 0) {
            throw new InvalidTriggerException("The body is empty");
        }
        return body;
    }
}
