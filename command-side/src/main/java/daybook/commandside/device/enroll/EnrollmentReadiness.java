// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is still missing before a device can enroll, each with what mends it. */
@Component
public class EnrollmentReadiness {
  private static final Missing PUBLIC_URL =
      new Missing(
          Refusal.PUBLIC_URL_MISSING,
          "No device can enroll yet: Daybook has no https address that devices reach. Set"
              + " daybook.public_url, for example https://mdm.example.org, in application.yml and"
              + " start again.");
  private static final Missing PUSH_CERTIFICATE =
      new Missing(
          Refusal.PUSH_CERTIFICATE_MISSING,
          "No device can enroll yet: Daybook has no push certificate. Add one on the page"
              + " /push-certificates/, or by POST /api/mdm/push_certificates/.");

  private final PublicUrl publicUrl;
  private final Intents intents;
  private final Clock clock;

  public EnrollmentReadiness(PublicUrl publicUrl, Intents intents, Clock clock) {
    this.publicUrl = publicUrl;
    this.intents = intents;
    this.clock = clock;
  }

  /**
   * One thing that is missing.
   *
   * @param sentence what is missing and what mends it, for start-up and for the door's answer
   */
  public record Missing(Refusal reason, String sentence) {}

  /** All that is missing; empty when devices can enroll. Refused when the log can't be asked. */
  public Outcome<List<Missing>> missing() {
    Outcome<List<PushCertificate>> certificates =
        intents.send(
            new ListPushCertificates(clock.instant()),
            Origin.of(Actor.server(), UUID.randomUUID().toString()));
    return certificates.map(
        all -> {
          List<Missing> missing = new ArrayList<>();
          if (publicUrl.get().isEmpty()) {
            missing.add(PUBLIC_URL);
          }
          if (all.isEmpty()) {
            missing.add(PUSH_CERTIFICATE);
          }
          return List.copyOf(missing);
        });
  }
}
