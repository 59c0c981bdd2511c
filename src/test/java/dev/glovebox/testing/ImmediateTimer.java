package dev.glovebox.testing;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import dev.glovebox.async.Timer;

/** Makes timers whose delays end at once. */
public final class ImmediateTimer {

    private ImmediateTimer() {
    }

    public static Timer create() {
        ScheduledExecutorService executor = (ScheduledExecutorService) Proxy.newProxyInstance(
                ImmediateTimer.class.getClassLoader(), new Class<?>[] { ScheduledExecutorService.class },
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("schedule")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    ((Runnable) arguments[0]).run();
                    return new Done();
                });
        return new Timer(() -> executor);
    }

    private static final class Done extends CompletableFuture<Void> implements ScheduledFuture<Void> {

        Done() {
            complete(null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
