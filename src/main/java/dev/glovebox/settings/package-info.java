/** The mapping and the checks of the settings, and the beans that are created from them. */
package dev.glovebox.settings;
