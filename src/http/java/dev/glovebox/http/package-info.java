/** The HTTP binding: receives images and JSON, answers with results and problems (RFC 9457). */
package dev.glovebox.http;
