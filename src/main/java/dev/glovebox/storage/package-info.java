/** Objects in buckets: the port {@link dev.glovebox.storage.ObjectStore} and its adapters for S3 and for a folder. */
package dev.glovebox.storage;
