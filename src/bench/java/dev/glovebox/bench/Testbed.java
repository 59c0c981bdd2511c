package dev.glovebox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.glovebox.testing.RuntimeApi;
import io.vertx.core.buffer.Buffer;

/** Provides the stubs that an executable calls, and the events that it gets. */
final class Testbed implements AutoCloseable {

    static final String BUCKET = "uploads";
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** The measured files. {@code src/bench/run} builds them into one folder. */
    record Programs(Path lambda, Path lambdaControl, Path http, Path httpControl, Path zip, Path controlZip, Path jvm,
            Path httpPlain) {

        static Programs in(Path folder) {
            return new Programs(folder.resolve("lambda"), folder.resolve("lambda-control"), folder.resolve("http"),
                    folder.resolve("http-control"), folder.resolve("function.zip"), folder.resolve("control.zip"),
                    folder.resolve("quarkus-app"), folder.resolve("http-plain"));
        }
    }

    private final ProviderStub provider = new ProviderStub();
    private final StoreStub store = new StoreStub();
    private final Path folder;
    private final Path log;

    /** @param folder the default working folder of executables; their output goes to a log file in it */
    Testbed(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("bench.log");
    }

    /** Returns the control: a client that sends the same requests to store and provider. */
    ControlClient controlClient() {
        return new ControlClient(store.url(), provider.url());
    }

    /** Starts a function like Lambda does. */
    Executable function(Path file, String name, RuntimeApi api, String... arguments) {
        return function(file, name, "huawei", api, arguments);
    }

    /** Starts a function with a provider, like Lambda does. */
    Executable function(Path file, String name, String provider, RuntimeApi api, String... arguments) {
        Map<String, String> environment = environment();
        environment.put("GLOVEBOX_VIN_PROVIDERS", provider);
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("QUARKUS_LAMBDA_HANDLER", name);
        return Executable.start(file, folder, environment, List.of(arguments), log);
    }

    /** Starts a server on that port. */
    Executable server(Path file, int port, String... arguments) {
        return server(file, folder, port, List.of(arguments));
    }

    /** Starts a server on that port in that folder. */
    Executable server(Path file, Path from, int port, List<String> arguments) {
        Map<String, String> environment = environment();
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(freePort()));
        return Executable.start(file, from, environment, arguments, log);
    }

    /** Returns settings with references to a key pair in Secrets Manager. */
    List<String> secretsByReference() {
        return List.of("-Dglovebox.huawei.access-key=aws-secretsmanager:glovebox#ak",
                "-Dglovebox.huawei.secret-key=aws-secretsmanager:glovebox#sk",
                "-Dglovebox.secrets.secrets-manager-endpoint=" + provider.url(), "-Daws.region=us-east-1",
                "-Daws.accessKeyId=bench-access-key", "-Daws.secretAccessKey=bench-secret-key");
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString());
        environment.put("GLOVEBOX_HUAWEI_PROJECT_ID", "0123456789abcdef0123456789abcdef");
        environment.put("GLOVEBOX_HUAWEI_ACCESS_KEY", "bench-access-key");
        environment.put("GLOVEBOX_HUAWEI_SECRET_KEY", "bench-secret-key");
        environment.put("GLOVEBOX_TENCENT_ENDPOINT", provider.url().toString());
        environment.put("GLOVEBOX_TENCENT_SECRET_ID", "bench-secret-id");
        environment.put("GLOVEBOX_TENCENT_SECRET_KEY", "bench-secret-key");
        environment.put("GLOVEBOX_TENCENT_RATE_LIMIT", "none");
        environment.put("GLOVEBOX_TENCENT_CLASSIC_ENDPOINT", provider.url().toString());
        environment.put("GLOVEBOX_TENCENT_CLASSIC_APP_ID", "bench-app-id");
        environment.put("GLOVEBOX_TENCENT_CLASSIC_SECRET_ID", "bench-secret-id");
        environment.put("GLOVEBOX_TENCENT_CLASSIC_SECRET_KEY", "bench-secret-key");
        environment.put("GLOVEBOX_STORAGE_BUCKETS", BUCKET);
        environment.put("QUARKUS_S3_ENDPOINT_OVERRIDE", store.url().toString());
        environment.put("QUARKUS_S3_PATH_STYLE_ACCESS", "true");
        environment.put("QUARKUS_S3_AWS_REGION", "us-east-1");
        environment.put("QUARKUS_S3_AWS_CREDENTIALS_TYPE", "static");
        environment.put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID", "bench-access-key");
        environment.put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY", "bench-secret-key");
        return environment;
    }

    /** Returns an event with an inline image. */
    static Buffer imageEvent(byte[] image) {
        return Buffer.buffer("{\"image\":\"" + Base64.getEncoder().encodeToString(image) + "\"}");
    }

    void put(String key, byte[] image) {
        store.put(BUCKET + "/" + key, Buffer.buffer(image));
    }

    /** Returns the bucket's notification of an object. */
    static Buffer uploadEvent(String key) {
        return Buffer
                .buffer("""
                        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1","eventName":"ObjectCreated:Put",\
                        "s3":{"bucket":{"name":"%s"},"object":{"key":"%s","size":1024}}}]}"""
                        .formatted(BUCKET, key));
    }

    /** Returns one notification of two objects. */
    static Buffer uploadEvent(String key, String other) {
        String one = uploadEvent(key).toString();
        String record = uploadEvent(other).toString();
        return Buffer.buffer(one.replace("]}", "," + record.substring(record.indexOf('[') + 1)));
    }

    /** Delivers an event and returns the answer. A failure ends the benchmark. */
    static RuntimeApi.Answer invoke(RuntimeApi api, Buffer event) {
        return succeeded(api.invoke(event, TIMEOUT));
    }

    /** Delivers an unsupported image. Anything but a failure ends the benchmark. */
    static void invokeWithFailure(RuntimeApi api) {
        if (!api.invoke(Buffer.buffer("{\"image\":\"R0lGODlh\"}"), TIMEOUT).join().failed()) {
            throw new IllegalStateException("A GIF was read");
        }
    }

    /** Waits for the answer. A failure ends the benchmark. */
    static RuntimeApi.Answer succeeded(CompletableFuture<RuntimeApi.Answer> pending) {
        try {
            RuntimeApi.Answer answer = pending.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            if (answer.failed()) {
                throw new IllegalStateException("The function failed: " + answer.body());
            }
            return answer;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The function did not answer", e);
        }
    }

    /** Fails if the upload has no document. Removes the image and the result. */
    void verifyAndRemove(String key, String function) {
        String name = BUCKET + "/" + key;
        String result = name + "." + function + ".json";
        if (!store.get(result).contains("\"status\":\"succeeded\"")) {
            throw new IllegalStateException("There is no document for " + key);
        }
        store.remove(name);
        store.remove(result);
    }

    /** Removes the objects of the control. */
    void removeControl(String key) {
        store.remove(BUCKET + "/" + key);
        store.remove(BUCKET + "/" + key + ControlClient.RESULT);
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        provider.close();
    }
}
