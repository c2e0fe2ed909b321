// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;

/** Whether secrets are kept; never which. */
final class Escrow {
  private Escrow() {}

  static void bootstrapTokenEscrowed(
      DeviceDraft device, BootstrapTokenEscrowed event, OpenedEvent opened) {
    device.bootstrapTokenEscrowed = true;
    Enrolling.awaits(device, event.awaitingConfiguration());
    Seen.onDevice(device, opened);
  }

  static void bootstrapTokenRemoved(
      DeviceDraft device, BootstrapTokenRemoved event, OpenedEvent opened) {
    device.bootstrapTokenEscrowed = false;
    Enrolling.awaits(device, event.awaitingConfiguration());
    Seen.onDevice(device, opened);
  }

  static void unlockTokenEscrowed(
      DeviceDraft device, UnlockTokenEscrowed event, OpenedEvent opened) {
    device.unlockTokenEscrowed |= event.channel().isDevice();
  }

  /** Nothing is kept any more. */
  static void gone(DeviceDraft device) {
    device.bootstrapTokenEscrowed = false;
    device.unlockTokenEscrowed = false;
  }
}
