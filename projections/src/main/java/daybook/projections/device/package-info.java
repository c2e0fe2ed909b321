/**
 * Devices as operators look at them.
 *
 * <p>Start at {@link daybook.projections.device.DeviceView} and {@code DeviceFold}; read through
 * {@link daybook.projections.device.DeviceViews}.
 */
package daybook.projections.device;
