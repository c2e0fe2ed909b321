// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import daybook.domain.Intents;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Subject;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.ShredDevice;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Erases a device's data by dropping its keys. The log says first which keys these are; what it
 * says is applied again at every start, and so after a crash and after a restore.
 */
public final class Shredder {
  private final KeyStore keys;
  private final Intents intents;
  private final Supplier<List<LogEntry>> shreddings;
  private final Clock clock;

  /**
   * @param shreddings all {@link DeviceShredded} in the log, in order
   */
  public Shredder(
      KeyStore keys, Intents intents, Supplier<List<LogEntry>> shreddings, Clock clock) {
    this.keys = keys;
    this.intents = intents;
    this.shreddings = shreddings;
    this.clock = clock;
  }

  /** Drops the keys of a device for ever. No key of it is made meanwhile. */
  public Outcome<Void> shred(EnrollmentId enrollment, Origin origin) {
    Subject subject = Subject.of(enrollment.stream());
    return keys.alone(
        subject.value(),
        () -> {
          applyAgain();
          int generation = keys.generation(subject);
          List<String> keyIds = keys.keyIds(subject);
          Outcome<Void> outcome =
              intents.send(
                  new ShredDevice(enrollment, clock.instant(), generation, keyIds), origin);
          if (outcome.isAccepted()) {
            keys.drop(subject, generation, keyIds);
          }
          return outcome;
        });
  }

  /** Drops whatever the log says was dropped. */
  public void applyAgain() {
    keys.dropAll(shreddings.get().stream().map(Shredder::dropping).toList());
  }

  private static KeyStore.Dropping dropping(LogEntry entry) {
    DeviceShredded shredded = (DeviceShredded) entry.event();
    return new KeyStore.Dropping(
        Subject.of(entry.stream()), shredded.generation(), shredded.keyIds());
  }
}
