// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;

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
}
