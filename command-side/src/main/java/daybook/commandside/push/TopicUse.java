// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Directory.DevicesOfTopic;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificateState;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who needs a push certificate: enrollment configurations and devices. */
@Component
class TopicUse {
  /** So many serial numbers are told. */
  static final int MOST_TOLD = 10;

  private static final String DEVICES = "device";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Intents intents;
  private final Directory directory;
  private final Log log;
  private final Catchup catchup;
  private final Clock clock;

  TopicUse(Intents intents, Directory directory, Log log, Catchup catchup, Clock clock) {
    this.intents = intents;
    this.directory = directory;
    this.log = log;
    this.catchup = catchup;
    this.clock = clock;
  }

  /** {@code 2 devices are enrolled with com.apple.mgmt.…: C02A, C02B}; empty when none is. */
  Optional<String> devices(String topic) {
    DevicesOfTopic found = directory.devicesByTopic(topic, MOST_TOLD);
    if (found.count() == 0) {
      return Optional.empty();
    }
    List<String> told = new ArrayList<>(found.serialNumbers());
    if (found.count() > told.size()) {
      told.add("and %d more".formatted(found.count() - told.size()));
    }
    return Optional.of(
        "%s enrolled with %s: %s"
            .formatted(
                found.count() == 1 ? "1 device is" : found.count() + " devices are",
                topic,
                String.join(", ", told)));
  }

  /**
   * Why one can't be deleted, as of all that is in the log now; empty when nothing needs it.
   * Refused with {@code BUSY} while the views are behind.
   */
  Outcome<Optional<String>> of(PushCertificateState state, Origin origin) {
    Outcome<List<ConfigurationState>> all =
        intents.send(new ListConfigurations(clock.instant()), origin);
    if (!all.isAccepted()) {
      return all.map(none -> Optional.empty());
    }
    List<String> names =
        all.reply().stream()
            .map(ConfigurationState::configuration)
            .filter(it -> Objects.equals(it.details().pushCertificate(), state.number()))
            .map(it -> "“" + it.name() + "”")
            .toList();
    if (!names.isEmpty()) {
      return Outcome.accepted(
          Optional.of("enrollment configurations name it: " + String.join(", ", names)));
    }
    if (state.certificate() == null) {
      return Outcome.accepted(Optional.empty());
    }
    return catchup.await(DEVICES, log.head(), CATCH_UP)
        ? Outcome.accepted(devices(state.certificate().topic()))
        : Outcome.refused(Refusal.BUSY, "the views are behind the log");
  }
}
