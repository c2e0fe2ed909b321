// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command;

import daybook.commandside.command.type.CommandType;
import daybook.commandside.command.type.On;
import daybook.domain.command.CommandTarget;
import daybook.domain.enrollment.Platform;
import java.util.Optional;

/** Judges whether a device can take a command. What isn't known of it is no objection. */
public final class CommandFit {
  private CommandFit() {}

  /**
   * The objection, as a sentence for people; empty when there is none.
   *
   * @param device whether it is to go over the device's own channel, and not over a user's
   */
  public static Optional<String> objection(CommandType type, CommandTarget target, boolean device) {
    if (target.platform() == null) {
      return Optional.empty();
    }
    Optional<On> rule =
        type.platforms().stream().filter(on -> on.value() == schema(target.platform())).findFirst();
    return rule.isEmpty()
        ? Optional.of("No %s takes %s.".formatted(target.platform().word(), type.requestType()))
        : rule.flatMap(on -> objection(on, type.requestType(), target, device));
  }

  private static Optional<String> objection(
      On rule, String requestType, CommandTarget target, boolean device) {
    String system = target.platform().word();
    if (isBefore(target.osVersion(), rule.since())) {
      return Optional.of(
          "%s needs %s %s; the device has %s."
              .formatted(requestType, system, rule.since(), target.osVersion()));
    }
    if (!rule.until().isEmpty()
        && target.osVersion() != null
        && !isBefore(target.osVersion(), rule.until())) {
      return Optional.of(
          "%s was removed in %s %s; the device has %s."
              .formatted(requestType, system, rule.until(), target.osVersion()));
    }
    if (rule.supervised() && Boolean.FALSE.equals(target.supervised())) {
      return Optional.of(requestType + " needs a supervised device.");
    }
    if (!rule.userEnrollment() && target.userEnrollment()) {
      return Optional.of(requestType + " isn't for devices that their user has enrolled.");
    }
    if (!rule.channels().include(device) && !rule.sharedIpad().include(device)) {
      return Optional.of(
          "%s goes over %s channel on %s."
              .formatted(requestType, device ? "a user's" : "the device's", system));
    }
    return Optional.empty();
  }

  /** Apple's schema has one name for both. */
  private static Platform schema(Platform platform) {
    return platform == Platform.IPADOS ? Platform.IOS : platform;
  }

  /** Whether a version is lower than another one; one that can't be read isn't. */
  static boolean isBefore(String version, String other) {
    if (version == null || !version.matches("\\d{1,9}(\\.\\d{1,9})*")) {
      return false;
    }
    String[] left = version.split("\\.");
    String[] right = other.split("\\.");
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int difference = Integer.compare(part(left, i), part(right, i));
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  private static int part(String[] version, int at) {
    return at < version.length ? Integer.parseInt(version[at]) : 0;
  }
}
