/** Images to be read, the format and size in their headers, and the limits of providers. */
package dev.glovebox.image;
