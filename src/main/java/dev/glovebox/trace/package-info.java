/** Trace and correlation ids of a call. */
package dev.glovebox.trace;
