package dev.glovebox.function;

import java.lang.annotation.Annotation;
import java.util.function.Supplier;

import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.arc.ManagedContext;
import io.quarkus.arc.runtime.BeanContainer;

/** The bean container as Funqy needs it; Quarkus hands its own implementation to extensions only. */
final class FunqyBeanContainer implements BeanContainer {

    private final ArcContainer container;

    FunqyBeanContainer(ArcContainer container) {
        this.container = container;
    }

    @Override
    public <T> T beanInstance(Class<T> beanType, Annotation... qualifiers) {
        return container.select(beanType, qualifiers).get();
    }

    @Override
    public <T> Factory<T> beanInstanceFactory(Class<T> type, Annotation... qualifiers) {
        return beanInstanceFactory(() -> {
            throw new IllegalStateException("There is no bean of type " + type.getName());
        }, type, qualifiers);
    }

    @Override
    public <T> Factory<T> beanInstanceFactory(Supplier<Factory<T>> fallback, Class<T> type, Annotation... qualifiers) {
        Supplier<InstanceHandle<T>> handles = container.beanInstanceSupplier(type, qualifiers);
        return handles == null ? fallback.get() : () -> new HandleInstance<>(handles.get());
    }

    @Override
    public ManagedContext requestContext() {
        return container.requestContext();
    }

    private record HandleInstance<T>(InstanceHandle<T> handle) implements Instance<T> {

        @Override
        public T get() {
            return handle.get();
        }

        @Override
        public void close() {
            handle.close();
        }
    }
}
