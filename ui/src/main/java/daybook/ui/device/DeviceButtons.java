// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.access.AccountState;
import daybook.domain.access.Permission;
import daybook.projections.device.DeviceConditionView;
import daybook.projections.device.DeviceView;

/** Which buttons a device's page has: what makes sense now, and what the account may do. */
record DeviceButtons(
    boolean unenroll,
    boolean revoke,
    boolean block,
    boolean unblock,
    boolean archive,
    boolean unarchive) {
  static DeviceButtons of(DeviceView device, AccountState account) {
    boolean mayChange = account.may(Permission.CHANGE_DEVICES);
    boolean archived = device.life().archivedAt() != null;
    boolean blocked = device.blockedAt() != null;
    return new DeviceButtons(
        account.may(Permission.UNENROLL_DEVICES)
            && device.condition() == DeviceConditionView.ENROLLED,
        account.may(Permission.REVOKE_IDENTITIES) && device.life().identityRevokedAt() == null,
        mayChange && !blocked,
        mayChange && blocked,
        account.may(Permission.ARCHIVE_DEVICES) && !archived,
        account.may(Permission.UNARCHIVE_DEVICES) && archived);
  }

  /** Whether there is any. */
  public boolean any() {
    return unenroll || revoke || block || unblock || archive || unarchive;
  }
}
