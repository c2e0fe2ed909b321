// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Id;
import java.util.regex.Pattern;

/** A permission by its name in Zentral's API, for example {@code mdm.view_enrolleddevice}. */
public record Permission(String value) implements Id {
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}\\.[a-z_]{1,80}");

  public static final Permission VIEW_DEVICES = new Permission("mdm.view_enrolleddevice");
  public static final Permission CHANGE_DEVICES = new Permission("mdm.change_enrolleddevice");
  public static final Permission ADD_COMMAND = new Permission("mdm.add_devicecommand");
  public static final Permission VIEW_AUDIT = new Permission("mdm.view_auditentry");
  public static final Permission VIEW_PUSH_CERTIFICATES =
      new Permission("mdm.view_pushcertificate");
  public static final Permission ADD_PUSH_CERTIFICATE = new Permission("mdm.add_pushcertificate");
  public static final Permission CHANGE_PUSH_CERTIFICATE =
      new Permission("mdm.change_pushcertificate");
  public static final Permission DELETE_PUSH_CERTIFICATE =
      new Permission("mdm.delete_pushcertificate");
  public static final Permission VIEW_METRICS = new Permission("daybook.view_metrics");

  public Permission {
    if (value == null || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a permission is named like mdm.view_enrolleddevice, not " + value);
    }
  }
}
