// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.restore;

import daybook.domain.Catchup;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.AdoptStray;
import daybook.domain.restore.StrayDesk;
import daybook.domain.restore.Strays;
import daybook.domain.restore.Strays.Stray;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Strays as operators see and adopt them. */
@Component
public class AdoptedStrays implements StrayDesk {
  private static final String FEATURE = "stray";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Intents intents;
  private final Strays strays;
  private final Catchup catchup;
  private final Log log;
  private final Clock clock;

  public AdoptedStrays(Intents intents, Strays strays, Catchup catchup, Log log, Clock clock) {
    this.intents = intents;
    this.strays = strays;
    this.catchup = catchup;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public List<Stray> all() {
    return strays.all();
  }

  @Override
  public Outcome<Void> adopt(String certificate, Origin origin) {
    Optional<Stray> stray =
        strays.all().stream().filter(it -> it.certificate().equals(certificate)).findFirst();
    if (stray.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN, "no stray came with this certificate");
    }
    Outcome<Void> told =
        intents.send(
            new AdoptStray(certificate, clock.instant(), stray.get().enrollment()), origin);
    catchup.await(FEATURE, log.head(), CATCH_UP);
    return told;
  }
}
