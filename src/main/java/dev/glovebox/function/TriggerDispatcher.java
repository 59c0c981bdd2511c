package dev.glovebox.function;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.upload.Failures;
import dev.glovebox.upload.ImageReader;
import io.smallrye.mutiny.Uni;

/** Handles every call and event of every function, whichever binding delivers it. */
@ApplicationScoped
class TriggerDispatcher {

    private final CallHandler calls;
    private final EventHandler events;
    private final GatewayHandler gateways;
    private final ImageReader images;
    private final Observer observer;
    private final GloveboxSettings settings;

    TriggerDispatcher(CallHandler calls, EventHandler events, GatewayHandler gateways, ImageReader images, Observer observer,
            GloveboxSettings settings) {
        this.calls = calls;
        this.events = events;
        this.gateways = gateways;
        this.images = images;
        this.observer = observer;
        this.settings = settings;
    }

    /**
     * Handles a trigger within the invocation's deadline.
     *
     * @return the answer that the caller expects; fails if the caller must know about the failure, or if the platform is to
     *         deliver the event again
     */
    Uni<Reply> dispatch(DocumentType type, Trigger trigger, Invocation invocation) {
        if (trigger instanceof Trigger.Invalid invalid) {
            return reject(type, invocation, Problems.invalidRequest(invalid.problem()));
        }
        Duration remaining = invocation.deadline().remaining();
        if (!remaining.isPositive()) {
            return reject(type, invocation, Failures.outOfTime());
        }
        return observer.ready().flatMap(ready -> handle(type, trigger, invocation)).ifNoItem()
                .after(remaining).failWith(Failures::outOfTime);
    }

    private Uni<Reply> handle(DocumentType type, Trigger trigger, Invocation invocation) {
        return switch (trigger) {
            case Trigger.Call call -> calls.handle(type, call, invocation);
            case Trigger.Uploads uploads -> events.handle(type, uploads, invocation);
            case Trigger.Messages messages -> events.handle(type, messages, invocation);
            case Trigger.Job job -> events.handle(type, job, invocation);
            case Trigger.Gateway gateway -> gateways.handle(type, gateway.request(),
                    invocation.behindGateway(gateway.trace(), settings.timeout()), this::dispatch);
            case Trigger.Ping ping -> observer.watch(type, TriggerKind.PING, invocation,
                    (ping.warmUp() ? images.warmUp(type) : Uni.createFrom().voidItem()).replaceWith(Reply.EMPTY));
            case Trigger.Invalid invalid -> reject(type, invocation, Problems.invalidRequest(invalid.problem()));
        };
    }

    private Uni<Reply> reject(DocumentType type, Invocation invocation, RuntimeException reason) {
        observer.reject(type, invocation, reason);
        return Uni.createFrom().failure(reason);
    }
}
