/** The kinds of failures, and the exception that reports them. */
package dev.glovebox.failure;
