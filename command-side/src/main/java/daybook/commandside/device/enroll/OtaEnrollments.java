// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.device.checkin.BlockedDevices;
import daybook.commandside.device.enroll.Enrollments.Terms;
import daybook.commandside.session.Challenge;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.session.SessionState;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Enrollment over the air, in three phases: a profile says what a device is to tell; its answer,
 * signed by the key that its maker certified, gets it a certificate; its answer signed by that one
 * gets it the profile that manages. So serial number and UDID are known, and judged, before it has
 * any profile to be managed by.
 */
@Component
class OtaEnrollments {
  private final Intents intents;
  private final BlockedDevices blockedDevices;
  private final Enrollments enrollments;
  private final OtaProofs proofs;
  private final ProfileWriter writer;
  private final PublicUrl publicUrl;
  private final Clock clock;

  OtaEnrollments(
      Intents intents,
      BlockedDevices blockedDevices,
      Enrollments enrollments,
      OtaProofs proofs,
      ProfileWriter writer,
      PublicUrl publicUrl,
      Clock clock) {
    this.intents = intents;
    this.blockedDevices = blockedDevices;
    this.enrollments = enrollments;
    this.proofs = proofs;
    this.writer = writer;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** The first phase: what a device with this link is to tell. Leaves no trace. */
  Outcome<byte[]> service(Terms found, String linkSecret, boolean signed) {
    byte[] plist = profiles(found).service(publicUrl.get().orElseThrow(), linkSecret);
    return signed ? writer.signed(plist, clock.instant()) : Outcome.accepted(plist);
  }

  /** The second phase, or the third: the profile that follows. */
  Outcome<byte[]> answer(OtaAnswer answer, Origin asking, Origin origin) {
    Outcome<Boolean> blocked = blocked(answer.device(), asking);
    if (!blocked.isAccepted()) {
      return blocked.map(none -> null);
    }
    if (blocked.reply()) {
      return Outcome.refused(Refusal.DEVICE_BLOCKED, "blocked by an operator");
    }
    return answer.byMaker()
        ? second(answer.device(), asking, origin)
        : third(answer, asking, origin);
  }

  private Outcome<byte[]> second(OtaDevice device, Origin asking, Origin origin) {
    if (device.challenge() == null) {
      return Outcome.refused(Refusal.CHALLENGE_MISSING, "CHALLENGE is missing");
    }
    Outcome<Terms> found = enrollments.find(device.challenge(), asking);
    if (!found.isAccepted()) {
      return found.map(none -> null);
    }
    Terms terms = found.reply();
    if (!terms.details().admitsSerialNumber(device.serialNumber())) {
      return Outcome.refused(
          Refusal.SERIAL_NUMBER_NOT_LISTED, "the enrollment is for other serial numbers");
    }
    if (!terms.details().admitsUdid(device.udid())) {
      return Outcome.refused(Refusal.UDID_NOT_LISTED, "the enrollment is for other UDIDs");
    }
    Outcome<IdentityRequest> request = proofs.open(terms, device, origin);
    if (!request.isAccepted()) {
      return request.map(none -> null);
    }
    byte[] plist =
        profiles(terms).proof(request.reply(), terms.profile().scepUrl(), writer.authorities());
    return writer.signed(plist, clock.instant());
  }

  private Outcome<byte[]> third(OtaAnswer answer, Origin asking, Origin origin) {
    Outcome<SessionState> proof = proofs.judge(answer, asking, origin);
    if (!proof.isAccepted()) {
      return proof.map(none -> null);
    }
    Outcome<Terms> terms = enrollments.find(proof.reply().configuration(), asking);
    if (!terms.isAccepted()) {
      return terms.map(none -> null);
    }
    String serialNumber = answer.device().serialNumber();
    Outcome<Challenge> opened = enrollments.open(terms.reply(), serialNumber, origin);
    if (!opened.isAccepted()) {
      return opened.map(none -> null);
    }
    Outcome<Void> accepted = proofs.accept(proof.reply(), opened.reply().session(), origin);
    return accepted.isAccepted()
        ? enrollments.write(terms.reply(), opened.reply(), serialNumber, true, origin)
        : accepted.map(none -> null);
  }

  private Outcome<Boolean> blocked(OtaDevice device, Origin asking) {
    Instant now = clock.instant();
    Outcome<EnrollmentSummary> known =
        intents.send(new DescribeEnrollment(device.enrollment(), now), asking);
    return known.isAccepted() && !known.reply().blocked()
        ? blockedDevices.blocked(device.serialNumber(), now, asking)
        : known.map(EnrollmentSummary::blocked);
  }

  private static OtaProfiles profiles(Terms terms) {
    return new OtaProfiles(terms.profile().payloadIdentifier(), terms.displayName());
  }
}
