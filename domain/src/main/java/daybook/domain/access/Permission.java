// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Id;
import java.util.List;
import java.util.regex.Pattern;

/** A permission by its name in Zentral's API, for example {@code mdm.view_enrolleddevice}. */
public record Permission(String value) implements Id {
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}\\.[a-z_]{1,80}");

  public static final Permission VIEW_DEVICES = new Permission("mdm.view_enrolleddevice");
  public static final Permission CHANGE_DEVICES = new Permission("mdm.change_enrolleddevice");
  public static final Permission UNENROLL_DEVICES = new Permission("mdm.unenroll_enrolleddevice");
  public static final Permission ARCHIVE_DEVICES = new Permission("mdm.archive_enrolleddevice");
  public static final Permission UNARCHIVE_DEVICES = new Permission("mdm.unarchive_enrolleddevice");
  public static final Permission REVOKE_IDENTITIES = new Permission("mdm.revoke_identity");
  public static final Permission ADD_COMMAND = new Permission("mdm.add_devicecommand");
  public static final Permission FORCE_COMMAND = new Permission("mdm.force_devicecommand");
  public static final Permission ERASE_DEVICES = new Permission("mdm.erase_enrolleddevice");
  public static final Permission LOCK_DEVICES = new Permission("mdm.lock_enrolleddevice");
  public static final Permission CLEAR_PASSCODES =
      new Permission("mdm.clear_passcode_enrolleddevice");
  public static final Permission VIEW_AUDIT = new Permission("mdm.view_auditentry");
  public static final Permission VIEW_PUSH_CERTIFICATES =
      new Permission("mdm.view_pushcertificate");
  public static final Permission ADD_PUSH_CERTIFICATE = new Permission("mdm.add_pushcertificate");
  public static final Permission CHANGE_PUSH_CERTIFICATE =
      new Permission("mdm.change_pushcertificate");
  public static final Permission DELETE_PUSH_CERTIFICATE =
      new Permission("mdm.delete_pushcertificate");
  public static final Permission VIEW_ENROLLMENTS = new Permission("mdm.view_otaenrollment");
  public static final Permission ADD_ENROLLMENT = new Permission("mdm.add_otaenrollment");
  public static final Permission CHANGE_ENROLLMENT = new Permission("mdm.change_otaenrollment");
  public static final Permission DELETE_ENROLLMENT = new Permission("mdm.delete_otaenrollment");
  public static final Permission VIEW_ACCOUNTS = new Permission("accounts.view_user");
  public static final Permission ADD_ACCOUNT = new Permission("accounts.add_user");
  public static final Permission CHANGE_ACCOUNT = new Permission("accounts.change_user");
  public static final Permission VIEW_ROLES = new Permission("accounts.view_role");
  public static final Permission ADD_ROLE = new Permission("accounts.add_role");
  public static final Permission CHANGE_ROLE = new Permission("accounts.change_role");
  public static final Permission DELETE_ROLE = new Permission("accounts.delete_role");
  public static final Permission VIEW_TOKENS = new Permission("accounts.view_apitoken");
  public static final Permission ADD_TOKEN = new Permission("accounts.add_apitoken");
  public static final Permission DELETE_TOKEN = new Permission("accounts.delete_apitoken");
  public static final Permission REVIEW_ACCESS = new Permission("accounts.view_accessreview");
  public static final Permission VIEW_ISSUERS = new Permission("mdm.view_scepissuer");
  public static final Permission ADD_ISSUER = new Permission("mdm.add_scepissuer");
  public static final Permission CHANGE_ISSUER = new Permission("mdm.change_scepissuer");
  public static final Permission DELETE_ISSUER = new Permission("mdm.delete_scepissuer");
  public static final Permission VIEW_UNITS = new Permission("inventory.view_metabusinessunit");
  public static final Permission ADD_UNIT = new Permission("inventory.add_metabusinessunit");
  public static final Permission CHANGE_UNIT = new Permission("inventory.change_metabusinessunit");
  public static final Permission DELETE_UNIT = new Permission("inventory.delete_metabusinessunit");
  public static final Permission VIEW_TAGS = new Permission("inventory.view_tag");
  public static final Permission ADD_TAG = new Permission("inventory.add_tag");
  public static final Permission CHANGE_TAG = new Permission("inventory.change_tag");
  public static final Permission DELETE_TAG = new Permission("inventory.delete_tag");
  public static final Permission VIEW_QUARANTINE = new Permission("mdm.view_quarantine");
  public static final Permission LIFT_QUARANTINE = new Permission("mdm.lift_quarantine");
  public static final Permission VIEW_STRAYS = new Permission("mdm.view_stray");
  public static final Permission ADOPT_STRAY = new Permission("mdm.adopt_stray");
  public static final Permission VIEW_METRICS = new Permission("daybook.view_metrics");

  /** Those that no method alone requires. */
  public static final List<Permission> JUDGED_ELSEWHERE =
      List.of(
          VIEW_METRICS,
          VIEW_DEVICES,
          VIEW_AUDIT,
          CHANGE_DEVICES,
          FORCE_COMMAND,
          ERASE_DEVICES,
          LOCK_DEVICES,
          CLEAR_PASSCODES);

  public Permission {
    if (value == null || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a permission is named like mdm.view_enrolleddevice, not " + value);
    }
  }
}
