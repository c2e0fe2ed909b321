// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.Sha256;
import daybook.commandside.session.Challenge;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.ServedProfile;
import daybook.domain.session.SessionIntent.OpenSession;
import daybook.domain.session.SessionIntent.RecordServedProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an enrollment link has done before a device comes to the SCEP door. */
final class Sessions {
  static final String LINK = "link-secret";
  static final ConfigurationId CONFIGURATION = new ConfigurationId("configuration");
  static final ServedProfile PROFILE =
      new ServedProfile(
          "org.example.daybook",
          "org.example.daybook.mdm",
          "org.example.daybook.scep",
          "https://example.org/public/mdm/connect/",
          "https://example.org/public/mdm/checkin/",
          "https://example.org/public/mdm/scep",
          "com.apple.mgmt.External.x",
          List.of("com.apple.mdm.per-user-connections"),
          8191,
          true,
          true,
          true,
          "00");
  private static final Origin ORIGIN = Origin.of(Actor.server(), "test");

  private Sessions() {}

  static void configure(ScepServer server, Integer quota) {
    server.seams.configuration =
        new EnrollmentConfiguration(
            CONFIGURATION,
            1,
            ConfigurationDetails.named("all", quota, null),
            Sha256.hex(LINK),
            Sha256.hex(Challenge.sharedSecret(LINK)),
            null);
  }

  /** A session with a challenge of its own. */
  static Challenge open(ScepServer server) {
    Challenge challenge = Challenge.oneUse(Challenge.newSession());
    open(server, challenge, challenge.sha256());
    return challenge;
  }

  /** The session of the shared profile. */
  static Challenge openShared(ScepServer server) {
    Challenge challenge = new Challenge(Challenge.newSession(), Challenge.sharedSecret(LINK));
    open(server, challenge, null);
    return challenge;
  }

  private static void open(ScepServer server, Challenge challenge, String sha256) {
    if (server.seams.configuration == null) {
      configure(server, null);
    }
    Instant now = server.clock.instant();
    server.seams.send(
        new OpenSession(
            challenge.session(),
            now,
            CONFIGURATION,
            ScepIssuerId.OWN,
            sha256,
            null,
            now.plus(Duration.ofHours(24))),
        ORIGIN);
    server.seams.send(new RecordServedProfile(challenge.session(), now, PROFILE), ORIGIN);
  }
}
