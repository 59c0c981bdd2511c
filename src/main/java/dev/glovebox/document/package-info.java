/**
 * What a vehicle document says, whoever read it: records for the three documents, the envelope of a result, and the rules that
 * turn words into typed values. Pure: no input or output, no clock, no framework but Jackson's annotations.
 */
package dev.glovebox.document;
