/**
 * Who a device is: from {@code Mdm-Signature}, or from what a trusted proxy says of its client
 * certificate, to a {@link daybook.commandside.device.identity.Caller}.
 *
 * <p>Start at {@link daybook.commandside.device.identity.Entrance}. Called by the device door's
 * controllers.
 */
package daybook.commandside.device.identity;
