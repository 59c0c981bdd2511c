package dev.glovebox.failure;

/** Whether the same call to the same provider can be retried within one invocation. */
public enum RetryAdvice {
    /** No retry: it would fail again, cost money, or lock the credentials. */
    NEVER,
    /** One retry without a pause. */
    ONCE,
    /** Retries with growing pauses. */
    WITH_BACKOFF,
    /** One retry with a new token. The provider has made it itself if it could, before it reports the failure. */
    WITH_NEW_TOKEN
}
