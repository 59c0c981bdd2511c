/** The watched folder of dev mode: a dropped file is an upload. */
package dev.glovebox.watch;
