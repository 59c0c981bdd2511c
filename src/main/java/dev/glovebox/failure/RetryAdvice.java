package dev.glovebox.failure;

/** The retries of a failed provider call that are useful within one invocation. */
public enum RetryAdvice {
    /** No retry: a retry would fail again, cost money, or lock the credentials. */
    NEVER,
    /** One retry without a pause. */
    ONCE,
    /** Several retries with growing pauses. */
    WITH_BACKOFF,
    /** One retry with a new token. The provider class itself makes this retry before it reports the failure. */
    WITH_NEW_TOKEN
}
