package dev.glovebox.telemetry;

import java.io.PrintStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/**
 * Writes each event to the log. JSON goes directly to standard output, one line per event: the log handler would wrap it into
 * another JSON object, and CloudWatch finds metrics only in lines that are nothing but the event.
 */
@ApplicationScoped
class EventLog implements EventSink {

    private static final Logger LOG = Logger.getLogger("dev.glovebox.events");

    private final LogSettings.EventFormat format;
    private final EventLine line;

    EventLog(LogSettings log, MetricsSettings metrics) {
        this.format = log.events();
        this.line = new EventLine(metrics.emfNamespace().map(CloudWatchMetrics::new));
    }

    @Override
    public void accept(ReadingEvent event) {
        switch (format) {
            case JSON -> print(line.toJson(event));
            case TEXT -> LOG.info(EventLine.toText(event));
            case NONE -> {
                // the events are disabled
            }
        }
    }

    /** Writes the line at once, so that the output of other threads does not interrupt it. */
    private static void print(byte[] line) {
        PrintStream out = System.out;
        synchronized (out) {
            out.write(line, 0, line.length);
            out.flush();
        }
    }
}
