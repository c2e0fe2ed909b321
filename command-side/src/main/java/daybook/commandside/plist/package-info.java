/**
 * Property lists, read with bounds and written as XML: bytes from devices and operators become
 * {@link daybook.commandside.plist.PlistDict}.
 *
 * <p>Start at {@link daybook.commandside.plist.Plists}. All of command-side may use it.
 */
package daybook.commandside.plist;
