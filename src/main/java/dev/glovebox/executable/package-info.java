/**
 * What a native executable does otherwise than a JVM: substitutions that cost nothing to leave out, but size or
 * time. Each falls away by itself, or breaks the build, where what it replaces is no more.
 */
package dev.glovebox.executable;
