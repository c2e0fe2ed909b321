// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.message;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.DistinguishedName;
import daybook.commandside.device.DeviceSettings;
import daybook.commandside.device.identity.Caller;
import daybook.commandside.door.Origins;
import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.certificate.CertificateIntent.NoteStray;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.EnrollmentIntent.AdoptEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * What becomes of a device with a certificate of ours that the log doesn't know: it enrolled, or
 * renewed its identity, after the backup was made from which the log was restored. It is refused
 * and noted, until an operator adopts it; then it is let in with what it tells.
 */
@Component
public class StrayDevices {
  private static final Set<Refusal> STRANGE =
      Set.of(
          Refusal.NOT_ENROLLED,
          Refusal.UNENROLLED,
          Refusal.CERTIFICATE_NOT_PINNED,
          Refusal.SESSION_UNKNOWN,
          Refusal.CERTIFICATE_OF_ANOTHER_ISSUER);
  private static final Set<Refusal> ADOPTABLE =
      Set.of(Refusal.NOT_ENROLLED, Refusal.CERTIFICATE_NOT_PINNED);

  private final Intents intents;
  private final CertificateAuthority authorities;
  private final Numbers numbers;
  private final Origins origins;
  private final DeviceSettings settings;
  private final Clock clock;

  public StrayDevices(
      Intents intents,
      CertificateAuthority authorities,
      Numbers numbers,
      Origins origins,
      DeviceSettings settings,
      Clock clock) {
    this.intents = intents;
    this.authorities = authorities;
    this.numbers = numbers;
    this.origins = origins;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Looks at what was refused.
   *
   * @return whether the device was let in by that, so that it is to be heard once more
   */
  public boolean letIn(
      String door, Outcome<?> outcome, Sender sender, Caller caller, HttpServletRequest request) {
    Refusal reason = outcome.refusal().map(Outcome.Refused::reason).orElse(null);
    if (reason == null || !STRANGE.contains(reason)) {
      return false;
    }
    Instant now = clock.instant();
    Origin asking = origins.asking(request, sender.actor());
    Outcome<CertificateState> known =
        intents.send(new DescribeCertificate(caller.sha256(), now), asking);
    if (!known.isAccepted()) {
      return false;
    }
    CertificateState state = known.reply();
    if (state.adopted()) {
      return ADOPTABLE.contains(reason)
          && sender.enrollment().equals(state.boundTo())
          && adopt(sender, caller, now, asking, request);
    }
    if (state.session() == null && state.boundTo() == null && isOurs(caller, now)) {
      note(door, sender, caller, now, request);
    }
    return false;
  }

  private boolean isOurs(Caller caller, Instant now) {
    Outcome<List<X509CertificateHolder>> ours = authorities.certificates(now);
    return ours.isAccepted()
        && ours.reply().stream()
            .anyMatch(
                each ->
                    DistinguishedName.of(each.getSubject()).equals(caller.certificate().issuer()));
  }

  private void note(
      String door, Sender sender, Caller caller, Instant now, HttpServletRequest request) {
    DeviceCertificate certificate = caller.certificate();
    intents.send(
        new NoteStray(
            caller.sha256(),
            now,
            sender.enrollment(),
            caller.subject(),
            certificate.issuer(),
            certificate.notBefore(),
            certificate.notAfter(),
            door),
        origins.of(request, Actor.stranger(), Origins.strangers(now)));
  }

  private boolean adopt(
      Sender sender, Caller caller, Instant now, Origin asking, HttpServletRequest request) {
    Outcome<EnrollmentSummary> summary =
        intents.send(new DescribeEnrollment(sender.enrollment(), now), asking);
    if (!summary.isAccepted()) {
      return false;
    }
    DeviceCertificate shown = caller.certificate();
    try {
      long number = summary.reply().number();
      return intents
          .send(
              new AdoptEnrollment(
                  sender.enrollment(),
                  now,
                  number == 0 ? numbers.next(Numbers.DEVICES) : number,
                  new DeviceCertificate(
                      shown.sha256(),
                      shown.notBefore(),
                      shown.notAfter(),
                      shown.issuer(),
                      null,
                      caller.mode()),
                  sender.udid(),
                  sender.enrollmentId(),
                  settings.hourlyEvents()),
              origins.of(request, sender.actor(), sender.subject()))
          .isAccepted();
    } catch (NumbersUnavailable e) {
      return false;
    }
  }
}
