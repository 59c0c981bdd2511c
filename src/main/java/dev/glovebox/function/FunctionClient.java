package dev.glovebox.function;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.trigger.Trigger;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.funqy.runtime.FunctionConstructor;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.FunqyServerRequest;
import io.quarkus.funqy.runtime.FunqyServerResponse;
import io.quarkus.funqy.runtime.RequestContext;
import io.quarkus.funqy.runtime.RequestContextImpl;
import io.smallrye.mutiny.Uni;

/** Calls the functions by name, as Funqy's registry has them. Every binding calls them through this class. */
@ApplicationScoped
public class FunctionClient {

    FunctionClient() {
        // Funqy leaves this to its bindings
        FunctionConstructor.CONTAINER = new FunqyBeanContainer(Arc.container());
    }

    /** Returns the names of all functions, sorted. */
    public List<String> names() {
        return FunctionRecorder.registry.invokers().stream().map(FunctionInvoker::getName).sorted().toList();
    }

    /** Returns true if the registry has a function of that name. */
    public boolean has(String function) {
        return FunctionRecorder.registry.matchInvoker(function) != null;
    }

    /**
     * Calls a function. Nothing happens before the returned answer is subscribed to.
     *
     * @param function the function's name
     * @param trigger the decoded call or event
     * @param invocation the context of the call
     * @return the answer; fails with the function's own failure, or with an {@link IllegalArgumentException} if the registry
     *         does not have the function
     */
    public Uni<Reply> call(String function, Trigger trigger, Invocation invocation) {
        return Uni.createFrom().deferred(() -> {
            FunctionInvoker invoker = FunctionRecorder.registry.matchInvoker(function);
            if (invoker == null) {
                throw new IllegalArgumentException("There is no function " + function);
            }
            Response response = new Response();
            invoker.invoke(Request.of(trigger, invocation), response);
            return response.getOutput().onFailure(ApplicationException.class).transform(Throwable::getCause)
                    .map(Reply.class::cast);
        });
    }

    private record Request(RequestContext context, Trigger trigger) implements FunqyServerRequest {

        static Request of(Trigger trigger, Invocation invocation) {
            RequestContext context = new RequestContextImpl();
            context.setContextData(Invocation.class, invocation);
            return new Request(context, trigger);
        }

        @Override
        public Object extractInput(Class inputClass) {
            return trigger;
        }
    }

    private static final class Response implements FunqyServerResponse {

        private Uni<?> output;

        @Override
        public Uni<?> getOutput() {
            return output;
        }

        @Override
        public void setOutput(Uni<?> newOutput) {
            output = newOutput;
        }
    }
}
