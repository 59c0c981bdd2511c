package dev.glovebox.function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.trigger.Trigger;
import io.smallrye.mutiny.Uni;

/** Handles requests that an API gateway has wrapped into an event. A failure becomes an answer: the gateway would hide it. */
@ApplicationScoped
class GatewayHandler {

    /** Handles what is inside the gateway's request. */
    @FunctionalInterface
    interface InnerHandler {
        Uni<Reply> handle(DocumentType type, Trigger trigger, Invocation invocation);
    }

    private final AnswerJson answers;
    private final Problems problems;
    private final Observer observer;

    GatewayHandler(AnswerJson answers, Problems problems, Observer observer) {
        this.answers = answers;
        this.problems = problems;
        this.observer = observer;
    }

    /** Handles a gateway's request; the answer never fails. */
    Uni<Reply> handle(DocumentType type, Trigger.GatewayRequest request, Invocation invocation, InnerHandler handler) {
        return switch (request) {
            case Trigger.GatewayRequest.Valid valid ->
                Uni.createFrom().deferred(() -> handler.handle(type, valid.trigger(), invocation)).map(answers::wrap)
                        .onFailure().recoverWithItem(thrown -> answers.wrap(problems.answer(thrown))).map(Reply::ofPlatform);
            case Trigger.GatewayRequest.Rejected rejected -> {
                observer.reject(type, invocation, Problems.invalidRequest("No function is called for such a request"));
                yield reply(problems.answer(rejected.status()));
            }
            case Trigger.GatewayRequest.Malformed malformed -> {
                RuntimeException invalid = Problems.invalidRequest(malformed.message());
                observer.reject(type, invocation, invalid);
                yield reply(problems.answer(invalid));
            }
        };
    }

    private Uni<Reply> reply(Problems.Answer problem) {
        return Uni.createFrom().item(Reply.ofPlatform(answers.wrap(problem)));
    }
}
