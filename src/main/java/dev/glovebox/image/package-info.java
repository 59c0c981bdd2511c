/**
 * An image's format and size from its header alone, the limits it must keep, and whether its bytes or its address is at hand.
 */
package dev.glovebox.image;
