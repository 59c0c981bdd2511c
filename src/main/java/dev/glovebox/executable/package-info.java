/**
 * GraalVM substitutions in native executables. They only save size and time, so the executable works without them. If a later
 * release lacks the replaced class, a substitution has no effect or breaks the build.
 */
package dev.glovebox.executable;
