package dev.glovebox.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import dev.glovebox.provider.huawei.HuaweiBenchmark;
import dev.glovebox.provider.tencent.TencentBenchmark;

/** Measures the mapping of an answer to a document on a warm JVM (JMH). */
final class Normalization {

    private static final double MAX_MICROS = 50;

    private Normalization() {
    }

    static void measure(Table table) {
        for (Class<?> provider : new Class<?>[] { HuaweiBenchmark.class, TencentBenchmark.class }) {
            Map<String, Double> normalize = new TreeMap<>();
            Map<String, Double> parse = new TreeMap<>();
            for (RunResult result : run(provider)) {
                boolean control = result.getParams().getBenchmark().endsWith(".parse");
                (control ? parse : normalize).put(result.getParams().getParam("answer"), result.getPrimaryResult().getScore());
            }
            String name = provider.getSimpleName().replace("Benchmark", "").toLowerCase(Locale.ROOT);
            normalize.forEach((answer, micros) -> table.row(
                    "normalise one answer (JMH): %s, %s; control: parse it with Jackson".formatted(answer, name),
                    micros(micros), micros(parse.get(answer)), "≤ 50 µs", micros <= MAX_MICROS));
        }
    }

    private static Collection<RunResult> run(Class<?> provider) {
        Options options = new OptionsBuilder().include(provider.getName()).forks(1).warmupIterations(3)
                .warmupTime(TimeValue.seconds(1)).measurementIterations(5).measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT).build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String micros(double micros) {
        return "%.1f µs".formatted(micros);
    }
}
