// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.DescribePushCertificates;
import daybook.domain.push.PushCertificateManagement;
import daybook.domain.push.PushCertificateState;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What operators do with push certificates; each step asks for the present state first. */
@Component
public class OperatedPushCertificates implements PushCertificateManagement {
  private static final Comparator<PushCertificateState> BY_NAME =
      Comparator.comparing(PushCertificateState::name).thenComparing(PushCertificateState::number);

  private final Intents intents;
  private final PushCertificateFiles files;
  private final PushCertificateKeys keys;
  private final PushCertificateRemoval removal;
  private final TopicUse use;
  private final Clock clock;

  OperatedPushCertificates(
      Intents intents,
      PushCertificateFiles files,
      PushCertificateKeys keys,
      PushCertificateRemoval removal,
      TopicUse use,
      Clock clock) {
    this.intents = intents;
    this.files = files;
    this.keys = keys;
    this.removal = removal;
    this.use = use;
    this.clock = clock;
  }

  @Override
  public Outcome<List<PushCertificateState>> all(Origin origin) {
    return intents
        .send(new DescribePushCertificates(clock.instant()), origin)
        .map(all -> all.stream().sorted(BY_NAME).toList());
  }

  @Override
  public Outcome<Long> createKey(String name, Origin origin) {
    return keys.create(name, origin);
  }

  @Override
  public Outcome<Void> startRenewal(long number, Origin origin) {
    return of(number, origin, present -> keys.renew(present, origin));
  }

  @Override
  public Outcome<String> signRequest(long number, Vendor vendor, Origin origin) {
    return of(
        number,
        origin,
        present ->
            present.waiting() == null
                ? Outcome.refused(Refusal.KEY_NOT_WAITING, "no key waits under " + number)
                : Outcome.accepted(VendorSignature.sign(present.waiting().request(), vendor)));
  }

  @Override
  public Outcome<Long> add(String name, Files given, Origin origin) {
    return files
        .addPushCertificate(name, given.certificate(), given.privateKey(), given.password(), origin)
        .map(PushCertificate::number);
  }

  @Override
  public Outcome<Void> upload(long number, String name, Files given, Origin origin) {
    return of(
        number,
        origin,
        present -> {
          String next = name == null ? present.name() : name;
          Outcome<Void> outcome =
              given.privateKey() == null
                  ? keys.complete(present, next, given.certificate(), origin)
                  : files
                      .replacePushCertificate(
                          number,
                          next,
                          given.certificate(),
                          given.privateKey(),
                          given.password(),
                          origin)
                      .map(done -> null);
          return outcome.refusal().map(this::told).orElse(outcome);
        });
  }

  @Override
  public Outcome<Void> delete(long number, Origin origin) {
    return of(number, origin, present -> removal.delete(present, origin));
  }

  /** A changed topic with the devices that would be stranded. */
  private Outcome<Void> told(Refused<Void> refused) {
    String topic = refused.detail();
    return refused.reason() == Refusal.TOPIC_CHANGED
        ? Outcome.refused(
            Refusal.TOPIC_CHANGED,
            use.devices(topic)
                .map(who -> who + ". They would be stranded.")
                .orElse("No device is enrolled with %s.".formatted(topic)))
        : refused;
  }

  private <R> Outcome<R> of(
      long number, Origin origin, Function<PushCertificateState, Outcome<R>> step) {
    Outcome<List<PushCertificateState>> all = all(origin);
    if (!all.isAccepted()) {
      return all.map(none -> null);
    }
    return all.reply().stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .map(step)
        .orElseGet(
            () -> Outcome.refused(Refusal.UNKNOWN, "there is no push certificate " + number));
  }
}
