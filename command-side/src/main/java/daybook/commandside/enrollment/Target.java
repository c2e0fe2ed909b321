// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandTarget;
import daybook.domain.command.DeviceFacts;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.Platform;

/** Keeps what decides which commands a device can take. */
final class Target {
  private Target() {}

  static CommandTarget after(CommandTarget known, DomainEvent event) {
    if (event instanceof EnrollmentStarted it) {
      DeviceIdentity identity = it.identity();
      return new CommandTarget(
          Platform.of(identity.platform()).orElse(null),
          identity.productName(),
          identity.osVersion(),
          null,
          null,
          identity.enrollmentId() != null);
    }
    return event instanceof DeviceInformationReported it && it.channel().isDevice()
        ? told(known, it.facts())
        : known;
  }

  /** An absent key never overwrites what is known. */
  private static CommandTarget told(CommandTarget known, DeviceFacts facts) {
    return new CommandTarget(
        Platform.of(facts.platform()).orElse(known.platform()),
        or(facts.productName(), known.productName()),
        or(facts.osVersion(), known.osVersion()),
        or(facts.appleSilicon(), known.appleSilicon()),
        or(facts.supervised(), known.supervised()),
        known.userEnrollment());
  }

  private static <T> T or(T told, T known) {
    return told == null ? known : told;
  }
}
