// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.checkin.Introductions.Introduction;
import daybook.commandside.device.message.Sender;
import daybook.commandside.door.Origins;
import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.commandside.session.SessionHistory;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.BindCertificate;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.group.DeviceGroups;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The steps of {@code Authenticate}: ask certificate, enrollment, configuration and push
 * certificates; then register and bind the certificate; then tell the enrollment. A crash between
 * them is healed when the device tries again, for the steps before, repeated, change nothing.
 */
@Component
class Authentication {
  private final Intents intents;
  private final Origins origins;
  private final Numbers numbers;
  private final BlockedDevices blockedDevices;
  private final AdmittedDevices admittedDevices;
  private final Introductions introductions;
  private final SessionHistory history;

  Authentication(
      Intents intents,
      Origins origins,
      Numbers numbers,
      BlockedDevices blockedDevices,
      AdmittedDevices admittedDevices,
      Introductions introductions,
      SessionHistory history) {
    this.intents = intents;
    this.origins = origins;
    this.numbers = numbers;
    this.blockedDevices = blockedDevices;
    this.admittedDevices = admittedDevices;
    this.introductions = introductions;
    this.history = history;
  }

  Outcome<Void> tell(Authenticate message, Telling telling, HttpServletRequest request) {
    Sender sender = message.sender();
    Origin asking = origins.asking(request, sender.actor());
    Outcome<Introduction> introduced = introductions.find(telling, asking);
    if (!introduced.isAccepted()) {
      return introduced.map(unknown -> null);
    }
    CertificateState certificate = introduced.reply().certificate();
    if (belongsToAnother(certificate, telling.enrollment())) {
      return Outcome.refused(
          Refusal.CERTIFICATE_OF_ANOTHER_DEVICE,
          "the identity certificate was issued for, or is used by, another device");
    }
    Outcome<EnrollmentSummary> summary =
        intents.send(new DescribeEnrollment(telling.enrollment(), telling.now()), asking);
    if (!summary.isAccepted()) {
      return summary.map(known -> null);
    }
    Optional<Outcome<Void>> blocked = judgeBlock(message, telling, summary.reply(), asking);
    if (blocked.isPresent()) {
      return blocked.get();
    }
    Outcome<Void> admitted = judgeConfiguration(message, telling, certificate, asking);
    if (!admitted.isAccepted()) {
      return admitted;
    }
    Optional<Outcome<Void>> topicRefused = judgeTopic(message.topic(), telling, asking);
    if (topicRefused.isPresent()) {
      return topicRefused.get();
    }
    Outcome<DeviceGroups> groups = admittedDevices.groups(certificate, telling.now(), asking);
    if (!groups.isAccepted()) {
      return groups.map(unknown -> null);
    }
    try {
      EnrollmentIntent<Void> intent =
          intent(message, telling, certificate, groups.reply(), summary.reply());
      Origin origin = origins.of(request, sender.actor(), sender.subject());
      Outcome<Void> registered = introductions.register(introduced.reply(), telling, origin);
      Outcome<Void> bound =
          registered.isAccepted() ? intents.send(binding(telling), origin) : registered;
      Outcome<Void> told = bound.isAccepted() ? intents.send(intent, origin) : bound;
      // Its push certificate may have been deleted meanwhile, by one who didn't see the device yet.
      return told.isAccepted() ? judgeTopic(message.topic(), telling, asking).orElse(told) : told;
    } catch (NumbersUnavailable e) {
      return Outcome.refused(e.reason(), "no number for the device can be had now");
    }
  }

  private static BindCertificate binding(Telling telling) {
    return new BindCertificate(telling.caller().sha256(), telling.now(), telling.enrollment());
  }

  private EnrollmentIntent<Void> intent(
      Authenticate message,
      Telling telling,
      CertificateState certificate,
      DeviceGroups groups,
      EnrollmentSummary summary) {
    boolean stands = summary.state() == State.STARTED || summary.state() == State.ENROLLED;
    if (stands && telling.enrollment().equals(certificate.renews())) {
      String replaces = history.replaces(certificate.session()).orElse(null);
      return message.renew(telling, certificate, replaces);
    }
    long number = summary.number() == 0 ? numbers.next(Numbers.DEVICES) : summary.number();
    return message.start(telling, number, certificate, groups);
  }

  private static boolean belongsToAnother(CertificateState state, EnrollmentId enrollment) {
    return (state.boundTo() != null && !state.boundTo().equals(enrollment))
        || (state.renews() != null && !state.renews().equals(enrollment));
  }

  /** One that is in, or whose identity is renewed, isn't judged by who may come in. */
  private Outcome<Void> judgeConfiguration(
      Authenticate message, Telling telling, CertificateState certificate, Origin asking) {
    return certificate.boundTo() != null || certificate.renews() != null
        ? Outcome.accepted()
        : admittedDevices.judge(certificate, message, telling.now(), asking);
  }

  /** By enrollment and, for one that is new, by serial number. */
  private Optional<Outcome<Void>> judgeBlock(
      Authenticate message, Telling telling, EnrollmentSummary summary, Origin asking) {
    Outcome<Boolean> blocked =
        summary.blocked() || summary.state() != State.NONE
            ? Outcome.accepted(summary.blocked())
            : blockedDevices.blocked(message.serialNumber(), telling.now(), asking);
    if (!blocked.isAccepted()) {
      return Optional.of(blocked.map(unknown -> null));
    }
    return blocked.reply()
        ? Optional.of(Outcome.refused(Refusal.DEVICE_BLOCKED, "blocked by an operator"))
        : Optional.empty();
  }

  private Optional<Outcome<Void>> judgeTopic(String topic, Telling telling, Origin asking) {
    Outcome<List<PushCertificate>> certificates =
        intents.send(new ListPushCertificates(telling.now()), asking);
    if (!certificates.isAccepted()) {
      return Optional.of(certificates.map(list -> null));
    }
    return certificates.reply().stream().anyMatch(each -> each.topic().equals(topic))
        ? Optional.empty()
        : Optional.of(
            Outcome.refused(Refusal.TOPIC_UNKNOWN, "no push certificate has the topic " + topic));
  }
}
