/** Concurrency helpers: deadlines, shared work, and values that are loaded once, cached and renewed. */
package dev.glovebox.async;
