/** Folders and files that nobody but their owner can read. */
package daybook.ops.files;
