/** The claim protocol: one uploaded object becomes its result, exactly once. */
package dev.glovebox.upload;
