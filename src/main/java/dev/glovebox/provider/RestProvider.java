package dev.glovebox.provider;

import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

/**
 * The part of a provider that does not depend on its service.
 *
 * @param <C> the type of the credentials
 */
public abstract class RestProvider<C> implements OcrProvider {

    private final ProviderContext context;
    private final Credentials<C> credentials;

    /** Creates a provider that calls its service with these credentials. */
    protected RestProvider(ProviderContext context, Credentials<C> credentials) {
        this.context = context;
        this.credentials = credentials;
    }

    @Override
    public final String name() {
        return context.name();
    }

    @Override
    public final CallPolicy policy() {
        return context.policy();
    }

    @Override
    public final Uni<Void> ready() {
        return credentials.ready();
    }

    @Override
    public final Uni<Void> warmUp() {
        return prepare().chain(this::connect).replaceWithVoid();
    }

    /** Loads what the first call would wait for. Loads the secrets, unless a provider needs more. */
    protected Uni<Void> prepare() {
        return credentials.ready();
    }

    /** Opens a connection to the service by a request that reads no image. */
    protected abstract Uni<Response> connect();

    /** Returns what the provider needs for its calls. */
    protected final ProviderContext context() {
        return context;
    }

    /** Returns the credentials of the provider's calls. */
    protected final Credentials<C> credentials() {
        return credentials;
    }
}
