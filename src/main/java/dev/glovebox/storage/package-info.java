/** Objects in buckets: the port {@link dev.glovebox.storage.ObjectStore}, in S3 and its like, or in a folder. */
package dev.glovebox.storage;
