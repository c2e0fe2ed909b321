/**
 * The list of devices, and the page of one with its timeline.
 *
 * <p>Start at {@link daybook.ui.device.DevicePages}.
 */
package daybook.ui.device;
