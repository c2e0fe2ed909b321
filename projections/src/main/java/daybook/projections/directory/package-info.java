/** Finding a stream by number, serial number, UDID or token: the domain's port over the views. */
package daybook.projections.directory;
