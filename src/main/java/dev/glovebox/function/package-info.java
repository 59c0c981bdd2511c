/** The three functions and the one path that each takes: decode, claim, read, recognise, write, answer. */
package dev.glovebox.function;
