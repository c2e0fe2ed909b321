// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.session.Challenge;
import daybook.commandside.session.SessionHistory;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.ServedProfile;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.OpenRenewalSession;
import daybook.domain.session.SessionState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Renews the identity of an enrollment: opens a session for it with a one-use challenge, and makes
 * the profile that, installed over the old one, has the device ask for a new certificate. What a
 * device won't let us change is repeated as it was served.
 */
@Component
public class Renewals {
  private final Intents intents;
  private final SessionHistory history;
  private final ProfileWriter writer;
  private final NewProfiles profiles;
  private final IdentitySources sources;
  private final PublicUrl publicUrl;
  private final Clock clock;

  Renewals(
      Intents intents,
      SessionHistory history,
      ProfileWriter writer,
      NewProfiles profiles,
      IdentitySources sources,
      PublicUrl publicUrl,
      Clock clock) {
    this.intents = intents;
    this.history = history;
    this.writer = writer;
    this.profiles = profiles;
    this.sources = sources;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** The session that was opened, and the profile to install. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Renewal(SessionId session, byte[] profile) {}

  /**
   * Opens a renewal.
   *
   * @param replaces lower-case hex SHA-256 of the certificate that it is to replace
   * @param signed whether the profile is inside a CMS signature of ours
   * @param lasts how long its challenge can be used
   * @return refused with {@code NOT_ENROLLED}, {@code DEVICE_BLOCKED}, {@code CERTIFICATE_REVOKED},
   *     {@code CERTIFICATE_REPLACED} when the enrollment accepts another one by now, or {@code
   *     CERTIFICATE_UNTRUSTED} when its identity is not of our issuing
   */
  public Outcome<Renewal> open(
      EnrollmentId enrollment, String replaces, boolean signed, Duration lasts, Origin origin) {
    Instant now = clock.instant();
    Outcome<EnrollmentSummary> asked =
        intents.send(new DescribeEnrollment(enrollment, now), origin);
    if (!asked.isAccepted()) {
      return asked.map(none -> null);
    }
    String pinned = asked.reply().certificate();
    if (asked.reply().state() != State.ENROLLED) {
      return Outcome.refused(Refusal.NOT_ENROLLED, "only an enrolled device is renewed");
    }
    if (pinned == null) {
      return Outcome.refused(Refusal.CERTIFICATE_REVOKED, "a revoked identity isn't renewed");
    }
    if (asked.reply().blocked()) {
      return Outcome.refused(Refusal.DEVICE_BLOCKED, "a blocked device isn't renewed");
    }
    if (!pinned.equals(replaces)) {
      return Outcome.refused(Refusal.CERTIFICATE_REPLACED, "the enrollment accepts another one");
    }
    Outcome<CertificateState> certificate =
        intents.send(new DescribeCertificate(pinned, now), origin);
    if (!certificate.isAccepted()) {
      return certificate.map(none -> null);
    }
    SessionId before = certificate.reply().session();
    Optional<ServedProfile> served = before == null ? Optional.empty() : history.served(before);
    if (served.isEmpty()) {
      return Outcome.refused(Refusal.CERTIFICATE_UNTRUSTED, "its identity is not of our issuing");
    }
    Outcome<Terms> terms = terms(certificate.reply(), served.get(), now, origin);
    return terms.isAccepted()
        ? open(enrollment, pinned, terms.reply(), signed, now.plus(lasts), now, origin)
        : terms.map(none -> null);
  }

  /** What the profile of a renewal says. */
  private record Terms(
      ConfigurationId configuration,
      ProfileTerms profile,
      String displayName,
      IdentitySource source) {}

  /** As it was served; but the identity comes from whom the configuration names by now. */
  private Outcome<Terms> terms(
      CertificateState certificate, ServedProfile served, Instant now, Origin asking) {
    Outcome<SessionState> before =
        intents.send(new DescribeSession(certificate.session(), now), asking);
    Outcome<ConfigurationDetails> details =
        intents
            .send(new DescribeConfiguration(now, certificate.configuration()), asking)
            .map(found -> found.configuration().details());
    if (!before.isAccepted() || !details.isAccepted()) {
      return before.isAccepted() ? details.map(none -> null) : before.map(none -> null);
    }
    URI url = publicUrl.get().orElse(null);
    ProfileTerms renewed = profiles.renewed(ProfileTerms.of(served), url);
    ProfileTerms ours =
        before.reply().isOurs() || url == null
            ? renewed
            : renewed.identitiesFrom(profiles.terms(url, served.topic()).scepUrl());
    return sources
        .of(details.reply().issuer(), now, asking)
        .map(
            source ->
                new Terms(
                    certificate.configuration(),
                    source.in(ours),
                    details.reply().displayName(),
                    source));
  }

  private Outcome<Renewal> open(
      EnrollmentId enrollment,
      String pinned,
      Terms terms,
      boolean signed,
      Instant end,
      Instant now,
      Origin origin) {
    Challenge challenge = Challenge.oneUse(Challenge.newSession());
    Outcome<Void> opened =
        intents.send(
            new OpenRenewalSession(
                challenge.session(),
                now,
                enrollment,
                terms.configuration(),
                terms.source().issuer(),
                pinned,
                terms.source().challengeSha256(challenge),
                end),
            origin);
    if (!opened.isAccepted()) {
      return opened.map(none -> null);
    }
    EnrollmentProfile profile =
        new EnrollmentProfile(
            terms.profile(),
            terms.displayName(),
            terms.source().request(challenge, null),
            UUID.randomUUID());
    return writer
        .write(profile, signed, now, origin)
        .map(bytes -> new Renewal(challenge.session(), bytes));
  }
}
