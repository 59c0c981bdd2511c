package dev.glovebox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Measures the native executables. Every measurement has a control in the same run. {@code src/bench/run} starts it.
 */
public final class Bench {

    private static final List<String> ALL = List.of("size", "cold", "warm", "memory", "throughput", "overload",
            "jvm", "normalization", "telemetry");

    private Bench() {
    }

    /** @param args the folder with the executables, then the measurements to run; all of them by default */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Path folder = Path.of(args[0]);
        List<String> measurements = args.length > 1 ? List.of(args).subList(1, args.length) : ALL;
        Testbed.Programs programs = Testbed.Programs.in(folder);
        Table table = new Table();
        try (Testbed testbed = new Testbed(folder)) {
            for (String what : measurements) {
                switch (what) {
                    case "size" -> Size.measure(programs, table);
                    case "cold" -> ColdStart.measure(testbed, programs, table);
                    case "warm" -> Warm.measure(testbed, programs, table);
                    case "memory" -> MemoryUse.measure(testbed, programs, table);
                    case "throughput" -> Throughput.measure(testbed, programs, table);
                    case "overload" -> Overload.measure(testbed, programs, table);
                    case "normalization" -> Normalization.measure(table);
                    case "telemetry" -> TelemetryCost.measure(testbed, programs, table);
                    case "jvm" -> JvmStart.measure(testbed, programs, table);
                    default -> throw new IllegalArgumentException(what + " is not one of " + ALL);
                }
            }
        }
        String machine = "%d processors, %s %s, JDK %s of the driver, %s".formatted(Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"), System.getProperty("os.version"), Runtime.version(), LocalDate.now());
        System.out.println(machine + ": " + table.missed() + " bars missed");
        if (measurements.equals(ALL)) {
            Files.writeString(folder.resolve("results.md"), machine + "\n\n" + table);
        }
        System.exit(0);
    }
}
