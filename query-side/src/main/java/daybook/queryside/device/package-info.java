/**
 * {@code /api/mdm/devices/}: the list and the detail.
 *
 * <p>Start at {@code DeviceController}.
 */
package daybook.queryside.device;
