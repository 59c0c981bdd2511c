/** One image to one document: the chain of providers, within their limits and the time that is left. */
package dev.glovebox.recognition;
