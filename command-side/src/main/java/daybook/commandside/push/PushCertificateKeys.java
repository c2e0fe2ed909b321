// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificateIntent.CompletePushCertificate;
import daybook.domain.push.PushCertificateIntent.CreatePushCertificateKey;
import daybook.domain.push.PushCertificateIntent.RenewPushCertificateKey;
import daybook.domain.push.PushCertificateKey;
import daybook.domain.push.PushCertificateState;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes keys of push certificates here, and takes what Apple makes of their requests. */
@Component
class PushCertificateKeys {
  private final Intents intents;
  private final KeptKeys keys;
  private final LongSupplier numbers;
  private final Clock clock;

  @Autowired
  PushCertificateKeys(Intents intents, KeptKeys keys, Numbers numbers, Clock clock) {
    this(intents, keys, () -> numbers.next(Numbers.PUSH_CERTIFICATES), clock);
  }

  PushCertificateKeys(Intents intents, KeptKeys keys, LongSupplier numbers, Clock clock) {
    this.intents = intents;
    this.keys = keys;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Opens a push certificate with a new key; replies with its number. */
  Outcome<Long> create(String name, Origin origin) {
    long number;
    try {
      number = numbers.getAsLong();
    } catch (NumbersUnavailable e) {
      return Outcome.refused(e.reason(), "no number can be had now");
    }
    PushCertificateKey made = make(number);
    return keys.settle(
            made.keyId(),
            intents.send(new CreatePushCertificateKey(clock.instant(), number, name, made), origin))
        .map(done -> number);
  }

  /** Makes a key for the renewal of one, unless one waits. */
  Outcome<Void> renew(PushCertificateState present, Origin origin) {
    if (present.waiting() != null) {
      return Outcome.accepted();
    }
    PushCertificateKey made = make(present.number());
    Outcome<PushCertificateKey> waiting =
        keys.settle(
            made.keyId(),
            intents.send(
                new RenewPushCertificateKey(clock.instant(), present.number(), made), origin));
    return waiting.map(
        key -> {
          if (!key.equals(made)) { // another was quicker
            keys.forget(List.of(made.keyId()));
          }
          return null;
        });
  }

  /**
   * Takes the certificate of the key that waits.
   *
   * @throws daybook.domain.access.InvalidInput when it can't be read or isn't that key's
   */
  Outcome<Void> complete(
      PushCertificateState present, String name, String certificatePem, Origin origin) {
    if (present.waiting() == null) {
      return Outcome.refused(Refusal.KEY_NOT_WAITING, "no key waits under " + present.number());
    }
    String keyId = present.waiting().keyId();
    PushCertificateFile file = PushCertificateFile.read(certificatePem, keys.fetch(keyId));
    return intents
        .send(
            new CompletePushCertificate(clock.instant(), file.under(present.number(), name, keyId)),
            origin)
        .map(
            unused -> {
              keys.forget(unused);
              return null;
            });
  }

  private PushCertificateKey make(long number) {
    CertificateRequest request = CertificateRequest.make(number);
    return new PushCertificateKey(keys.keep(request.key()), request.der());
  }
}
