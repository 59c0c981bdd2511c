package dev.glovebox.telemetry;

import java.io.PrintStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/**
 * Writes each event: in production one line of JSON on standard output, past the log's own form, which would wrap it up;
 * CloudWatch, for one, looks for metrics in whole lines only.
 */
@ApplicationScoped
class EventLog implements EventSink {

    private static final Logger LOG = Logger.getLogger("dev.glovebox.events");

    private final LogSettings.Form form;
    private final EventLine line;

    EventLog(LogSettings log, MetricsSettings metrics) {
        this.form = log.events();
        this.line = new EventLine(metrics.emfNamespace().map(CloudWatchMetrics::new));
    }

    @Override
    public void accept(ReadingEvent event) {
        switch (form) {
            case JSON -> print(line.json(event));
            case TEXT -> LOG.info(EventLine.text(event));
            case NONE -> {
                // nobody wants to know
            }
        }
    }

    /** In one piece: others write there too. */
    private static void print(byte[] line) {
        PrintStream out = System.out;
        synchronized (out) {
            out.write(line, 0, line.length);
            out.flush();
        }
    }
}
