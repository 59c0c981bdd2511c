/** What happened, told to whoever operates the functions: one event for each image, and nothing of what the image shows. */
package dev.glovebox.telemetry;
