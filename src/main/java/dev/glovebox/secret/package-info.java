/** Secrets that settings refer to: the references, the stores, and the loading. */
package dev.glovebox.secret;
