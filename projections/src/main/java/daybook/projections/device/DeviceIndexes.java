// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.enrollment.IdentityMode;
import daybook.projections.store.Column;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns by which devices are found. */
final class DeviceIndexes {
  static final List<Column> COLUMNS =
      List.of(
          Column.number("number"),
          Column.text("serial_number"),
          new Column("udid", Column.Kind.TEXT, false),
          Column.text("udid_upper"),
          Column.number("created_at"),
          Column.number("last_seen_at"),
          Column.number("updated_at"),
          new Column("platform", Column.Kind.TEXT, false),
          new Column("state", Column.Kind.TEXT, false),
          new Column("identity_mode", Column.Kind.TEXT, false),
          new Column("archived", Column.Kind.TEXT, false),
          Column.number("silence"),
          Column.text("topic"),
          Column.searched("short_names"),
          Column.searched("tags"),
          Column.searched("search"));

  private DeviceIndexes() {}

  static Map<String, Object> of(DeviceView device) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", device.id());
    values.put("serial_number", device.serialNumber());
    values.put("udid", device.udid());
    values.put("udid_upper", device.udid() == null ? null : upper(device.udid()));
    values.put("created_at", time(device.createdAt()));
    values.put("last_seen_at", time(device.lastSeenAt()));
    values.put("updated_at", time(device.updatedAt()));
    values.put("platform", device.platform());
    values.put("state", device.life().state().name());
    IdentityMode mode = device.life().identityMode();
    values.put("identity_mode", mode == null ? null : mode.name());
    values.put("archived", archived(device.life().archivedAt() != null));
    values.put("silence", silence(device));
    values.put("topic", device.life().topic());
    values.put("short_names", shortNames(device));
    values.put("tags", tags(device));
    values.put("search", search(device));
    return values;
  }

  /**
   * From when on a device's silence counts, in milliseconds; null when nothing follows from it: the
   * device is gone, its silence was told, or nobody wants to know.
   */
  private static Long silence(DeviceView device) {
    DeviceLifeView life = device.life();
    Instant contact = life.silence().contactAt();
    if (contact == null
        || life.state() == State.UNENROLLED
        || life.departure().retiredAt() != null) {
      return null;
    }
    Instant asked = later(device.blockedAt(), life.departure().requestedAt());
    if (asked != null) {
      return later(contact, asked).toEpochMilli();
    }
    boolean told = life.silence().silentSince() != null || life.archivedAt() != null;
    return told || life.state() != State.ENROLLED ? null : contact.toEpochMilli();
  }

  private static Instant later(Instant one, Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  static String archived(boolean archived) {
    return archived ? "yes" : "no";
  }

  static String upper(String udid) {
    return udid.toUpperCase(Locale.ROOT);
  }

  /** Milliseconds; what has no time counts as latest, as the API orders it. */
  static long time(Instant time) {
    return time == null ? Long.MAX_VALUE : time.toEpochMilli();
  }

  /** A name as one line of {@code short_names}. */
  static String line(String shortName) {
    return "\n" + shortName + "\n";
  }

  /** A tag as one line of {@code tags}. */
  static String line(long tag) {
    return line(Long.toString(tag));
  }

  private static String tags(DeviceView device) {
    List<Long> tags = device.life().groups().tags();
    return tags.isEmpty()
        ? null
        : tags.stream().map(DeviceIndexes::line).collect(Collectors.joining());
  }

  private static String shortNames(DeviceView device) {
    String names =
        device.users().stream()
            .map(DeviceUserView::shortName)
            .filter(Objects::nonNull)
            .map(DeviceIndexes::line)
            .collect(Collectors.joining());
    return names.isEmpty() ? null : names;
  }

  private static String search(DeviceView device) {
    return Stream.of(
            device.name(),
            device.serialNumber(),
            device.udid(),
            device.model(),
            device.life().modelName())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }
}
