package dev.glovebox.failure;

/** Whether the same call to the same provider may be made again at once, within one invocation. */
public enum RetryAdvice {
    /** It would fail again, cost money, or lock the credentials. */
    NEVER,
    /** One more time: what fails twice is no accident. */
    ONCE,
    /** After a pause that grows. */
    WITH_BACKOFF,
    /** Once, with a new token, where one can be fetched: the provider has done so before it fails like this. */
    WITH_NEW_TOKEN
}
