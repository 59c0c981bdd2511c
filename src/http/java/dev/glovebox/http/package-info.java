/** What Funqy's HTTP binding lacks: image bodies, and problems told as RFC 9457 asks. */
package dev.glovebox.http;
