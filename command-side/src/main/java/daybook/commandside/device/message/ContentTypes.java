// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.message;

import java.util.List;
import java.util.Locale;

/** What devices and their imitations call their messages. */
public final class ContentTypes {
  private static final String CHECKIN = "application/x-apple-aspen-mdm-checkin";
  private static final List<String> KNOWN =
      List.of(
          "application/x-apple-aspen-mdm",
          "application/xml",
          "text/xml",
          "application/x-plist",
          "application/octet-stream");

  private ContentTypes() {}

  /** Whether it is a check-in by its type, wherever it was sent. */
  public static boolean isCheckin(String contentType) {
    return lower(contentType).startsWith(CHECKIN);
  }

  /** Whether a message may be called so; without a type it is judged by its URL. */
  public static boolean isKnown(String contentType) {
    String lower = lower(contentType);
    return lower.isEmpty() || KNOWN.stream().anyMatch(lower::startsWith);
  }

  private static String lower(String contentType) {
    return contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
  }
}
