package dev.glovebox.bench;

/** Measures the deployed files. */
final class Size {

    private static final double BAR_MB = 20.5;

    private Size() {
    }

    static void measure(Stage.Programs programs, Table table) {
        double zip = megabytes(Stage.size(programs.zip()));
        table.row("function.zip", mb(zip), mb(megabytes(Stage.size(programs.controlZip()))), "≤ 20.5 MB", zip <= BAR_MB);
        table.row("the executable: Lambda", mb(megabytes(Stage.size(programs.lambda()))),
                mb(megabytes(Stage.size(programs.lambdaControl()))));
        table.row("the executable: HTTP", mb(megabytes(Stage.size(programs.http()))),
                mb(megabytes(Stage.size(programs.httpControl()))));
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }

    private static String mb(double megabytes) {
        return "%.1f MB".formatted(megabytes);
    }
}
