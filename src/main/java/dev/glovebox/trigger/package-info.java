/** What arrives, decoded into one sealed type whoever sent it. */
package dev.glovebox.trigger;
