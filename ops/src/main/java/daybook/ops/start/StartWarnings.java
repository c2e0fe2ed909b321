// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import daybook.commandside.device.enroll.EnrollmentReadiness;
import daybook.commandside.device.enroll.NewProfiles;
import daybook.commandside.device.enroll.PublicUrl;
import daybook.commandside.tls.Tls;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.restore.QuarantineDesk;
import daybook.domain.restore.Restore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an operator must know at the start: each a sentence that tells what mends it. */
@Component
final class StartWarnings {
  private final EnrollmentReadiness readiness;
  private final Tls tls;
  private final PublicUrl publicUrl;
  private final NewProfiles profiles;
  private final FormerModes formerModes;
  private final QuarantineDesk quarantine;
  private final Clock clock;

  StartWarnings(
      EnrollmentReadiness readiness,
      Tls tls,
      PublicUrl publicUrl,
      NewProfiles profiles,
      FormerModes formerModes,
      QuarantineDesk quarantine,
      Clock clock) {
    this.readiness = readiness;
    this.tls = tls;
    this.publicUrl = publicUrl;
    this.profiles = profiles;
    this.formerModes = formerModes;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  private Optional<String> restored() {
    Origin asking = Origin.of(Actor.server(), UUID.randomUUID().toString());
    return quarantine
        .restore(asking)
        .filter(Restore::isQuarantined)
        .map(
            restore ->
                "The log was restored up to event %d: %d commands from before are held. See ops/daybook quarantine, or the page /quarantine/."
                    .formatted(restore.restorePoint(), quarantine.held(asking).size()));
  }

  List<String> sentences() {
    List<String> found = new ArrayList<>();
    readiness.missing().reply().forEach(missing -> found.add(missing.sentence()));
    Set<String> hosts = publicUrl.get().map(profiles::hosts).orElse(Set.of());
    found.addAll(tls.failures(hosts, clock.instant()));
    found.addAll(formerModes.sentences());
    restored().ifPresent(found::add);
    return found;
  }
}
