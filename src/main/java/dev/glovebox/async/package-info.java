/** What Mutiny does not do as it must. */
package dev.glovebox.async;
