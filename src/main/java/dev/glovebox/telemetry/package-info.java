/** Events for operators: one for each image, as a line of the log and as metrics. Events contain no document data. */
package dev.glovebox.telemetry;
