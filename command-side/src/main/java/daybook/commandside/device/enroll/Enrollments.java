// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.ca.Sha256;
import daybook.commandside.session.Challenge;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationIntent.AdmitSession;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.FindConfiguration;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.OpenSession;
import daybook.domain.session.SessionState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Turns an enrollment link into a profile. Each download opens a session with a challenge of its
 * own; the shared profile is the same for all, and its session only remembers what was served.
 */
@Component
class Enrollments {
  private static final Duration SESSION = Duration.ofHours(24);

  private final Intents intents;
  private final EnrollmentReadiness readiness;
  private final PublicUrl publicUrl;
  private final NewProfiles profiles;
  private final IdentitySources sources;
  private final ProfileWriter writer;
  private final Clock clock;

  Enrollments(
      Intents intents,
      EnrollmentReadiness readiness,
      PublicUrl publicUrl,
      NewProfiles profiles,
      IdentitySources sources,
      ProfileWriter writer,
      Clock clock) {
    this.intents = intents;
    this.readiness = readiness;
    this.publicUrl = publicUrl;
    this.profiles = profiles;
    this.sources = sources;
    this.writer = writer;
    this.clock = clock;
  }

  /** What the profile behind a link would say; leaves no trace. */
  Outcome<Terms> find(String linkSecret, Origin asking) {
    Instant now = clock.instant();
    Outcome<ConfigurationState> link =
        intents.send(new FindConfiguration(now, Sha256.hex(linkSecret)), asking);
    if (!link.isAccepted()) {
      return link.map(none -> null);
    }
    return terms(link.reply(), now, asking);
  }

  /** Likewise, of a configuration, whether its link can be used or not. */
  Outcome<Terms> find(ConfigurationId configuration, Origin asking) {
    Instant now = clock.instant();
    Outcome<ConfigurationState> found =
        intents.send(new DescribeConfiguration(now, configuration), asking);
    return found.isAccepted() ? terms(found.reply(), now, asking) : found.map(none -> null);
  }

  /** A profile with a challenge that can be used once. */
  Outcome<byte[]> oneUse(Terms found, boolean signed, Origin origin) {
    Outcome<Challenge> opened = open(found, null, origin);
    return opened.isAccepted()
        ? write(found, opened.reply(), null, signed, origin)
        : opened.map(none -> null);
  }

  /**
   * Opens the session of such a profile.
   *
   * @param serialNumber of the device that it is for, where that is known
   */
  Outcome<Challenge> open(Terms found, String serialNumber, Origin origin) {
    Instant now = clock.instant();
    Instant end = now.plus(SESSION);
    Challenge challenge = Challenge.oneUse(Challenge.newSession());
    SessionId session = challenge.session();
    Outcome<Void> told =
        intents.send(new AdmitSession(now, found.configuration(), session, end), origin);
    if (told.isAccepted()) {
      told =
          intents.send(
              new OpenSession(
                  session,
                  now,
                  found.configuration(),
                  found.source().issuer(),
                  found.source().challengeSha256(challenge),
                  serialNumber,
                  end),
              origin);
    }
    return told.map(none -> challenge);
  }

  /** Writes the profile of a session that was opened. */
  Outcome<byte[]> write(
      Terms found, Challenge challenge, String serialNumber, boolean signed, Origin origin) {
    return writer.write(
        found.with(challenge, serialNumber, UUID.randomUUID()), signed, clock.instant(), origin);
  }

  /** The profile with the link's shared challenge; the same link and terms give the same bytes. */
  Outcome<byte[]> shared(Terms found, String linkSecret, boolean signed, Origin origin) {
    Instant now = clock.instant();
    if (!found.source().isOurs()) {
      return Outcome.refused(
          Refusal.ISSUER_UNUSABLE,
          "There is no shared profile for identities of “" + found.source().name() + "”.");
    }
    SessionId session =
        Challenge.derivedSession(
            "profile",
            found.configuration().value(),
            found.profile() + found.displayName() + writer.authorities().fingerprint(),
            Boolean.toString(signed));
    Outcome<Void> told = openOnce(session, found.configuration(), now, origin);
    if (!told.isAccepted()) {
      return told.map(none -> null);
    }
    Challenge challenge = new Challenge(session, Challenge.sharedSecret(linkSecret));
    UUID uuid = UUID.nameUUIDFromBytes(session.value().getBytes(StandardCharsets.UTF_8));
    return writer.write(found.with(challenge, null, uuid), signed, now, origin);
  }

  /** What a link leads to. */
  record Terms(
      ConfigurationId configuration,
      ConfigurationDetails details,
      ProfileTerms profile,
      IdentitySource source) {
    String displayName() {
      return details.displayName();
    }

    EnrollmentProfile with(Challenge challenge, String serialNumber, UUID uuid) {
      return new EnrollmentProfile(
          profile, displayName(), source.request(challenge, serialNumber), uuid);
    }
  }

  private Outcome<Void> openOnce(
      SessionId session, ConfigurationId configuration, Instant now, Origin origin) {
    Outcome<SessionState> known = intents.send(new DescribeSession(session, now), origin);
    boolean unknown =
        known.refusal().filter(no -> no.reason() == Refusal.SESSION_UNKNOWN).isPresent();
    if (!unknown) {
      return known.map(state -> null);
    }
    Outcome<Void> opened =
        intents.send(
            new OpenSession(
                session, now, configuration, ScepIssuerId.OWN, null, null, now.plus(SESSION)),
            origin);
    // Another download may have opened it a moment earlier.
    return opened.refusal().filter(no -> no.reason() == Refusal.CHALLENGE_SPENT).isPresent()
        ? Outcome.accepted()
        : opened;
  }

  private Outcome<Terms> terms(ConfigurationState link, Instant now, Origin asking) {
    Outcome<List<EnrollmentReadiness.Missing>> missing = readiness.missing();
    if (!missing.isAccepted()) {
      return missing.map(none -> null);
    }
    if (!missing.reply().isEmpty()) {
      EnrollmentReadiness.Missing first = missing.reply().get(0);
      return Outcome.refused(first.reason(), first.sentence());
    }
    ConfigurationDetails details = link.configuration().details();
    Long wanted = details.pushCertificate();
    Outcome<Optional<String>> topic =
        intents
            .send(new ListPushCertificates(now), asking)
            .map(
                all ->
                    all.stream()
                        .filter(one -> wanted == null || one.number() == wanted)
                        .map(PushCertificate::topic)
                        .findFirst());
    if (topic.isAccepted() && topic.reply().isEmpty()) {
      return Outcome.refused(
          Refusal.PUSH_CERTIFICATE_MISSING, "The push certificate of this link is gone.");
    }
    if (!topic.isAccepted()) {
      return topic.map(none -> null);
    }
    ProfileTerms terms = profiles.terms(publicUrl.get().orElseThrow(), topic.reply().orElseThrow());
    return sources
        .of(details.issuer(), now, asking)
        .map(source -> new Terms(link.configuration().id(), details, source.in(terms), source));
  }
}
