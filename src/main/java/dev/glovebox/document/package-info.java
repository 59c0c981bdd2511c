/**
 * The content of vehicle documents, independent of the provider: records for the three documents, the envelope of a result, and
 * the rules that convert texts to typed values. This package does no input or output
 * except that it loads its own tables, has no clock, and uses no framework
 * except the annotations of Jackson.
 */
package dev.glovebox.document;
