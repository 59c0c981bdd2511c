/** Reads one image into one document: calls the providers of a chain, within their limits and the time that is left. */
package dev.glovebox.recognition;
