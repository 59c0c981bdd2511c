/** The mapping of the configuration, its checks, and the beans made from it. */
package dev.glovebox.settings;
