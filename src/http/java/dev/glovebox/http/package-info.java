/** The HTTP server: images and JSON in, results and problems (RFC 9457) out. */
package dev.glovebox.http;
