package dev.glovebox.sandbox;

/** Ends a request with an error answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(int status, String code, String message) {
        this(Answer.error(status, code, message));
    }

    Refusal(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
