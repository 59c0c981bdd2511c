/** Secrets that settings name by reference: where they are, and how they are loaded. */
package dev.glovebox.secret;
