package dev.glovebox.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.glovebox.async.Deadline;
import dev.glovebox.async.Timer;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.recognition.VirtualRecognizers;
import dev.glovebox.storage.ModelStore;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StoredObject;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.testing.VirtualTime;
import dev.glovebox.trace.TraceContext;
import io.smallrye.mutiny.Uni;

/**
 * One random history of the claim protocol: instances read images from a model store, events are delivered several times,
 * instances are killed, and the store fails. The same seed gives the same history.
 */
final class ClaimHistory {

    /** What may go wrong. */
    enum Scenario {
        /** Nothing. Three deliveries of each image arrive at once. */
        STORM,
        /** Instances are killed at any step, and start again without their memory. */
        KILLS,
        /** For a minute, writes are refused, lost or delayed. */
        FAULTS,
        /** For minutes, the store refuses each write. */
        OUTAGE,
        /** A foreign object is at the key of one result. */
        FOREIGN
    }

    /**
     * What happened.
     *
     * @param images the number of images
     * @param paid the number of answers that the provider was paid for, by image
     * @param kills the number of kills
     * @param delayedWrites the number of writes that failed and took effect later
     * @param finalResults the number of images with a final result
     * @param foreignUnchanged false if a foreign object was overwritten
     */
    record Report(int images, List<Integer> paid, int kills, int delayedWrites, int finalResults, boolean foreignUnchanged) {
    }

    private static final String BUCKET = "bucket";
    /** Without the validation of each result, which would take most of the time. */
    private static final ResultJson JSON = new ResultJson();
    private static final int MAX_IMAGES = 3;
    /** The width tells the images apart. */
    private static final int MIN_WIDTH = 20;
    private static final List<byte[]> IMAGES = IntStream.range(0, MAX_IMAGES)
            .mapToObj(image -> Images.blank("png", MIN_WIDTH + image, 40)).toList();
    private static final byte[] FOREIGN = "{\"mine\": true}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MAX_CLOCK_ERROR_MILLIS = 20_000;
    private static final int PERCENT_OF_FAILED_CALLS = 10;

    private final Scenario scenario;
    private final Random random;
    private final VirtualTime time = new VirtualTime();
    private final ModelStore store;
    private final List<Instance> instances = new ArrayList<>();
    private final int[] paid = new int[MAX_IMAGES];
    private int kills;
    private int openDeliveries;
    private int ids;

    private ClaimHistory(long seed, ModelStore.Kind kind, Scenario scenario) {
        this.scenario = scenario;
        random = new Random(seed);
        Instant start = time.instant();
        store = new ModelStore(kind, time, random, switch (scenario) {
            case FAULTS -> new ModelStore.Faults(0.15, 0.15, 0.1, start, start.plusSeconds(random.nextInt(60)));
            case OUTAGE -> new ModelStore.Faults(1, 0, 0, start.plusMillis(random.nextInt(3000)),
                    start.plusSeconds(3 + random.nextInt(1800)));
            case STORM, KILLS, FOREIGN -> new ModelStore.Faults(0, 0, 0, start, start);
        });
    }

    /** Runs the history to its end. */
    static Report run(long seed, ModelStore.Kind kind, Scenario scenario) {
        return new ClaimHistory(seed, kind, scenario).run();
    }

    private Report run() {
        int images = 1 + random.nextInt(MAX_IMAGES);
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            instances.add(new Instance(Duration.ofMillis(random.nextInt(2 * MAX_CLOCK_ERROR_MILLIS) - MAX_CLOCK_ERROR_MILLIS)));
        }
        for (int i = 0; i < images; i++) {
            store.write(key(i), IMAGES.get(i));
            deliverAtOnce(i);
        }
        if (scenario == Scenario.FOREIGN) {
            store.write(key(0) + ".vin.json", FOREIGN);
        }
        if (scenario == Scenario.KILLS) {
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                after(random.nextInt(4000), this::kill);
            }
        }
        Instant end = time.instant().plus(LONGEST);
        while (openDeliveries > 0 && time.instant().isBefore(end)) {
            time.advance(Duration.ofSeconds(1));
        }
        // late writes take effect
        time.advance(Duration.ofMinutes(5));
        return report(images);
    }

    private Report report(int images) {
        int finalResults = 0;
        boolean foreignUnchanged = true;
        for (int i = 0; i < images; i++) {
            byte[] result = store.read(key(i) + ".vin.json");
            if (scenario == Scenario.FOREIGN && i == 0) {
                foreignUnchanged = result == FOREIGN;
                finalResults++;
            } else if (result != null && new String(result, StandardCharsets.UTF_8).contains("\"status\":\"succeeded\"")) {
                finalResults++;
            }
        }
        return new Report(images, Arrays.stream(paid).limit(images).boxed().toList(), kills, store.delayedWrites(),
                finalResults, foreignUnchanged);
    }

    private static String key(int image) {
        return "in/" + image + ".png";
    }

    private void deliverAtOnce(int image) {
        int first = random.nextInt(500);
        for (int i = 0; i < 3; i++) {
            openDeliveries++;
            after(first + random.nextInt(60), () -> deliver(image, 0));
        }
    }

    private void deliver(int image, int deliveries) {
        Instance instance = instances.get(random.nextInt(instances.size()));
        boolean foreign = scenario == Scenario.FOREIGN && image == 0;
        boolean[] ended = { false };
        instance.read(key(image)).subscribe().with(done -> {
            ended[0] = true;
            openDeliveries--;
        }, failure -> {
            ended[0] = true;
            if (foreign) {
                openDeliveries--;
            } else {
                after(10_000 + random.nextInt(50_000), () -> deliver(image, deliveries + 1));
            }
        });
        // the platform delivers the event of a dead instance again
        int generation = instance.generation;
        after(120_000, () -> {
            if (!ended[0] && instance.generation != generation) {
                deliver(image, deliveries + 1);
            }
        });
    }

    private void kill() {
        kills++;
        instances.get(random.nextInt(instances.size())).restart();
    }

    private void after(int millis, Runnable work) {
        time.schedule(work, millis + 1L, TimeUnit.MILLISECONDS);
    }

    /** One instance of the product. A restart ends all its work and empties its memory. */
    private final class Instance {

        private final Duration clockError;
        private int generation;
        private UploadReader reader;

        Instance(Duration clockError) {
            this.clockError = clockError;
            restart();
        }

        void restart() {
            generation++;
            int mine = generation;
            InstantSource clock = () -> time.instant().plus(clockError);
            ObjectStore connected = store.connect(() -> generation == mine, () -> "id-" + ids++);
            reader = UploadReaders.of(connected, new ModelSettings(), VirtualRecognizers.of(provider(mine), time),
                    new UploadReaders.Sources(clock, () -> "id-" + ids++, new Timer(() -> time)), JSON);
        }

        /** The provider is paid when it answers, whether the caller is still alive or not. */
        private ScriptedProvider provider(int mine) {
            ScriptedProvider provider = new ScriptedProvider("model",
                    new ImageLimits(15, 4096, 100_000, Set.of(ImageFormat.PNG)));
            for (int i = 0; i < 50; i++) {
                provider.answers(() -> answer(provider.requests().getLast(), mine));
            }
            return provider;
        }

        private Uni<Recognition> answer(OcrRequest request, int mine) {
            int image = ((Image.Inline) request.image()).header().width() - MIN_WIDTH;
            return Uni.createFrom().emitter(emitter -> after(100 + random.nextInt(1000), () -> {
                boolean fails = random.nextInt(100) < PERCENT_OF_FAILED_CALLS;
                paid[image] += fails ? 0 : 1;
                if (generation == mine) {
                    if (fails) {
                        emitter.fail(Failure.of(FailureCode.THROTTLED, "model", "model", RetryAdvice.NEVER).toException());
                    } else {
                        emitter.complete(ScriptedProvider.recognition());
                    }
                }
            }));
        }

        Uni<UploadOutcome> read(String key) {
            ImageTask task = new ImageTask(DocumentType.VIN, new ReadOptions(LicenseSide.BOTH, true),
                    Deadline.after(Duration.ofSeconds(30), time), TraceContext.NONE, new RecordedReading());
            return reader.read(task, new StoredObject(new ObjectName(BUCKET, key, null), null, "0055"));
        }
    }
}
