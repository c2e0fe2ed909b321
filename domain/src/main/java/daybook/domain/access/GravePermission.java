// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/**
 * A permission whose misuse can't be undone, opens secrets, or begets more power; a new route of
 * that kind adds its own here.
 *
 * @param allows what its holders may do, as the end of a sentence: {@code block devices}
 */
public record GravePermission(Permission permission, String allows) {
  /** All of them, whether a route of today requires them or not; the gravest first. */
  public static final List<GravePermission> ALL =
      List.of(
          of("mdm.erase_enrolleddevice", "erase devices"),
          of("mdm.lock_enrolleddevice", "lock devices"),
          of("mdm.clear_passcode_enrolleddevice", "remove the passcodes of devices"),
          of("mdm.add_devicecommand", "send commands to devices"),
          of("mdm.force_devicecommand", "send commands that a device is thought not to take"),
          of("mdm.unenroll_enrolleddevice", "end the management of devices"),
          of("mdm.lift_quarantine", "let the commands go out that a restore held"),
          of("mdm.adopt_stray", "let devices in that the log does not know"),
          of("mdm.revoke_identity", "revoke the identity of a device, so that it is turned away"),
          of("mdm.change_enrolleddevice", "block devices, so that they drop their management"),
          of("mdm.shred_enrolleddevice", "shred what is kept of devices and their users"),
          of("mdm.view_filevault_prk", "reveal FileVault recovery keys"),
          of("mdm.view_recovery_password", "reveal recovery passwords"),
          of("mdm.view_device_lock_pin", "reveal the PINs of locked devices"),
          of("mdm.view_admin_password", "reveal passwords of managed administrators"),
          of("mdm.change_pushcertificate", "replace the push certificates that devices depend on"),
          of("mdm.delete_pushcertificate", "delete push certificates"),
          of("mdm.change_otaenrollment", "change who may enroll, and where identities come from"),
          of("mdm.view_otaenrollment", "see the secrets of links by which devices enroll"),
          of("mdm.change_scepissuer", "change where devices get their identities"),
          of("accounts.add_user", "make accounts that may what they may themselves"),
          of("accounts.change_user", "change accounts and set their passwords"),
          of("accounts.change_role", "change what roles give"),
          of("accounts.add_apitoken", "issue API tokens, for service accounts too"));

  private static GravePermission of(String permission, String allows) {
    return new GravePermission(new Permission(permission), allows);
  }
}
