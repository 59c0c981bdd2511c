/** The failure taxonomy: every way in which a reading can fail, from the caller's point of view. */
package dev.glovebox.failure;
