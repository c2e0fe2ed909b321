// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.retirement;

import daybook.commandside.command.MdmCommands;
import daybook.commandside.command.catalog.RemoveProfile;
import daybook.commandside.session.SessionHistory;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.retirement.RetirementIntent.RetireDevice;
import daybook.domain.retirement.Retirements;
import daybook.domain.session.ServedProfile;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The last command that a device gets: to remove the profile by which it is managed. The profile is
 * the one that was served in the session in which the pinned certificate was issued.
 */
@Component
class LastCommands implements Retirements {
  private static final String REMOVE_PROFILE = "RemoveProfile";

  private final Intents intents;
  private final SessionHistory history;
  private final MdmCommands commands;
  private final Vault vault;
  private final Clock clock;

  LastCommands(
      Intents intents, SessionHistory history, MdmCommands commands, Vault vault, Clock clock) {
    this.intents = intents;
    this.history = history;
    this.commands = commands;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Outcome<Void> retire(EnrollmentId enrollment, Origin origin) {
    Outcome<Optional<String>> profile = profile(enrollment, origin);
    if (!profile.isAccepted()) {
      return profile.map(none -> null);
    }
    // Without a profile it is asked all the same: what stands in the way otherwise is told first.
    Outcome<Void> outcome = tell(enrollment, profile.reply().orElse(null), origin);
    return outcome
        .refusal()
        .filter(refused -> refused.reason() == Refusal.SEALED_UNDER_DROPPED_KEY)
        .map(refused -> tell(enrollment, profile.reply().orElse(null), origin))
        .orElse(outcome);
  }

  private Outcome<Void> tell(EnrollmentId enrollment, String profile, Origin origin) {
    CommandId command = CommandId.of(UUID.randomUUID().toString());
    byte[] plist = commands.plist(command, new RemoveProfile(profile));
    return intents.send(
        new RetireDevice(
            enrollment,
            clock.instant(),
            command,
            profile,
            vault.secret(Subject.of(enrollment.stream()), "CommandQueued", "payload", plist)),
        origin);
  }

  /** The identifier of the profile; empty when it wasn't served by us. */
  private Outcome<Optional<String>> profile(EnrollmentId enrollment, Origin origin) {
    Outcome<EnrollmentSummary> asked =
        intents.send(new DescribeEnrollment(enrollment, clock.instant()), origin);
    if (!asked.isAccepted()) {
      return asked.map(none -> Optional.empty());
    }
    String pinned = asked.reply().certificate();
    if (pinned == null) {
      return Outcome.accepted(Optional.empty());
    }
    return intents
        .send(new DescribeCertificate(pinned, clock.instant()), origin)
        .map(this::servedWith);
  }

  private Optional<String> servedWith(CertificateState certificate) {
    return certificate.session() == null
        ? Optional.empty()
        : history.served(certificate.session()).map(ServedProfile::payloadIdentifier);
  }
}
