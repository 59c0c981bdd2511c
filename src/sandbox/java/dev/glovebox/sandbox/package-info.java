/**
 * A stand-in for the OCR services that speaks their wire protocols as strictly as they are documented, and really
 * reads the image, on this machine. For dev mode and tests: no deployed package holds it. Shares no code with the
 * clients that call it, so that two readings of one protocol check each other.
 */
package dev.glovebox.sandbox;
