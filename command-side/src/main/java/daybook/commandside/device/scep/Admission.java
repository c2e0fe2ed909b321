// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.Sha256;
import daybook.commandside.session.Challenge;
import daybook.commandside.session.SessionHistory;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.AdmitSession;
import daybook.domain.session.EnrollmentConfigurationIntent.FindSharedChallenge;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.OpenSession;
import daybook.domain.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Finds the session that a challenge admits a request to. A one-use challenge belongs to one
 * session; a shared one opens a session for each key and transaction, always the same for the same,
 * so that a device that asks again after a lost answer is not counted twice.
 */
@Component
class Admission {
  static final Duration SESSION = Duration.ofHours(24);

  private final Intents intents;
  private final SessionHistory history;

  Admission(Intents intents, SessionHistory history) {
    this.intents = intents;
    this.history = history;
  }

  /** The session; refused unless the challenge is right. */
  Outcome<SessionState> admit(
      String challengeText, CertificateRequest request, String transaction, Caller caller) {
    Challenge challenge = Challenge.read(challengeText).orElse(null);
    if (challenge == null) {
      return unknown();
    }
    Outcome<SessionState> found = describe(challenge.session(), caller);
    if (isUnknown(found)) {
      return unknown();
    }
    if (!found.isAccepted()) {
      return found;
    }
    SessionState session = found.reply();
    if (!session.isOurs()) {
      return unknown();
    }
    if (session.challengeSha256() != null) {
      return challenge.matches(session.challengeSha256()) ? found : unknown();
    }
    return session.purpose() == Purpose.ENROLLMENT
        ? shared(challenge, session, request, transaction, caller)
        : unknown();
  }

  private Outcome<SessionState> shared(
      Challenge challenge,
      SessionState served,
      CertificateRequest request,
      String transaction,
      Caller caller) {
    ConfigurationId configuration = served.configuration();
    SessionId own =
        Challenge.derivedSession("shared", configuration.value(), request.keySha256(), transaction);
    Outcome<SessionState> found = describe(own, caller);
    if (!isUnknown(found)) {
      // It was opened, so the challenge was right before; the link may be used up or revoked now.
      return carried(found, served.session(), caller);
    }
    Outcome<ConfigurationState> link =
        intents.send(
            new FindSharedChallenge(caller.now(), Sha256.hex(challenge.secret())), caller.asking());
    if (!link.isAccepted()) {
      return isUnknown(link) ? unknown() : link.map(none -> null);
    }
    EnrollmentConfiguration behind = link.reply().configuration();
    return behind.id().equals(configuration) && behind.details().issuer().equals(ScepIssuerId.OWN)
        ? open(own, served.session(), configuration, caller)
        : unknown();
  }

  private Outcome<SessionState> open(
      SessionId own, SessionId served, ConfigurationId configuration, Caller caller) {
    Instant now = caller.now();
    Instant end = now.plus(SESSION);
    Origin origin = caller.stranger();
    Outcome<Void> told = intents.send(new AdmitSession(now, configuration, own, end), origin);
    if (told.isAccepted()) {
      told =
          intents.send(
              new OpenSession(own, now, configuration, ScepIssuerId.OWN, null, null, end), origin);
    }
    // Another request with the same key and transaction may have opened it a moment earlier.
    return told.isAccepted() || told.refusal().get().reason() == Refusal.CHALLENGE_SPENT
        ? carried(describe(own, caller), served, caller)
        : told.map(none -> null);
  }

  private Outcome<SessionState> carried(
      Outcome<SessionState> session, SessionId served, Caller caller) {
    if (!session.isAccepted()) {
      return session;
    }
    Outcome<Void> told =
        history.carry(served, session.reply().session(), caller.now(), caller.stranger());
    return told.isAccepted() ? session : told.map(none -> null);
  }

  private Outcome<SessionState> describe(SessionId session, Caller caller) {
    return intents.send(new DescribeSession(session, caller.now()), caller.asking());
  }

  private static boolean isUnknown(Outcome<?> outcome) {
    return outcome
        .refusal()
        .filter(
            refused ->
                refused.reason() == Refusal.SESSION_UNKNOWN
                    || refused.reason() == Refusal.CONFIGURATION_UNKNOWN)
        .isPresent();
  }

  private static Outcome<SessionState> unknown() {
    return Outcome.refused(Refusal.CHALLENGE_UNKNOWN, "no session has this challenge");
  }
}
