package dev.glovebox.bench;

/** Measures the deployed files. */
final class Size {

    private static final double MAX_MB = 20.75;

    private Size() {
    }

    static void measure(Testbed.Programs programs, Table table) {
        double zip = megabytes(Testbed.size(programs.zip()));
        table.row("size of `function.zip`", mb(zip), mb(megabytes(Testbed.size(programs.controlZip()))), "≤ 20.75 MB",
                zip <= MAX_MB);
        table.row("size of the Lambda executable", mb(megabytes(Testbed.size(programs.lambda()))),
                mb(megabytes(Testbed.size(programs.lambdaControl()))));
        table.row("size of the HTTP executable", mb(megabytes(Testbed.size(programs.http()))),
                mb(megabytes(Testbed.size(programs.httpControl()))));
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }

    private static String mb(double megabytes) {
        return "%.1f MB".formatted(megabytes);
    }
}
