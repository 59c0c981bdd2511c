/**
 * A local stand-in for the OCR services. It speaks their wire protocols as strictly as they are documented, and reads the image
 * on this machine. For dev mode and tests only: no deployed package contains it. It shares no code with the providers' clients,
 * so that two implementations of one protocol check each other.
 */
package dev.glovebox.sandbox;
