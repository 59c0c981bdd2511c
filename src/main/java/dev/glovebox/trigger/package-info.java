/** Decodes the calls and events of all platforms into one sealed type, {@link dev.glovebox.trigger.Trigger}. */
package dev.glovebox.trigger;
