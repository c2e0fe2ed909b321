// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.Opened;
import daybook.domain.OpenedEvent;
import daybook.domain.Personal;
import daybook.domain.enrollment.Channel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;

/** What a renderer has at hand besides the event. */
final class Telling {
  static final String ERASED = "[erased]";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

  private final OpenedEvent opened;
  private final String actorName;
  private final UnaryOperator<String> accounts;

  /**
   * @param accounts the name of an account by its id; null when it has none any more
   */
  Telling(OpenedEvent opened, String actorName, UnaryOperator<String> accounts) {
    this.opened = opened;
    this.actorName = actorName;
    this.accounts = accounts;
  }

  /** Who caused it, as the subject of a sentence. */
  String who() {
    return switch (opened.entry().origin().actor().kind()) {
      case DEVICE -> "The device";
      case OPERATOR -> actorName == null ? "An operator" : actorName;
      case POLICY -> opened.entry().origin().actor().id();
      case SERVER -> "Daybook";
      case STRANGER -> "Someone unknown";
    };
  }

  /** The account whose stream the event is on: {@code the account “jane”}. */
  String account() {
    return account(streamId());
  }

  /** An account by its id, likewise. */
  String account(String id) {
    String name = accounts.apply(id);
    return name == null ? "the account" : "the account “" + name + "”";
  }

  /** The id in the name of the event's stream. */
  String streamId() {
    return opened.entry().stream().id();
  }

  /** A personal value in quotes, {@code [erased]}, or null when the event has none. */
  String quoted(Personal personal) {
    if (personal == null) {
      return null;
    }
    return opened.open(personal) instanceof Opened.Known known ? "“" + known.text() + "”" : ERASED;
  }

  /** Nothing for the device's own channel; else that it is a user's. */
  static String ofUser(Channel channel) {
    return channel.isDevice() ? "" : " for a user";
  }

  static String day(Instant time) {
    return time == null ? "an unknown day" : DAY.format(time);
  }

  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  /** {@code CLOCK_UNTRUSTED} as {@code clock untrusted}. */
  static String words(String constant) {
    return constant == null
        ? "for an unknown reason"
        : constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** A hash by its first digits. */
  static String hash(String sha256) {
    return sha256 == null || sha256.length() < 12 ? sha256 : sha256.substring(0, 12) + "…";
  }
}
