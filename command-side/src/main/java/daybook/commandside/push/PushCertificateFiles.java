// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.ReplacePushCertificate;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Takes push certificates together with private keys that were made elsewhere. */
@Component
public class PushCertificateFiles {
  private final Intents intents;
  private final KeptKeys keys;
  private final LongSupplier numbers;
  private final Clock clock;

  @Autowired
  PushCertificateFiles(Intents intents, KeptKeys keys, Numbers numbers, Clock clock) {
    this(intents, keys, () -> numbers.next(Numbers.PUSH_CERTIFICATES), clock);
  }

  PushCertificateFiles(Intents intents, KeptKeys keys, LongSupplier numbers, Clock clock) {
    this.intents = intents;
    this.keys = keys;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Adds a push certificate. Refused with {@code NAME_TAKEN} or {@code TOPIC_TAKEN}.
   *
   * @param password of an encrypted key; null or empty: it has none
   * @throws daybook.domain.access.InvalidInput when the two can't be read or don't fit
   */
  public Outcome<PushCertificate> addPushCertificate(
      String name, String certificatePem, String keyPem, String password, Origin origin) {
    PushCertificateFile file = PushCertificateFile.read(certificatePem, keyPem, password);
    long number;
    try {
      number = numbers.getAsLong();
    } catch (NumbersUnavailable e) {
      return Outcome.refused(e.reason(), "no number can be had now");
    }
    PushCertificate added = file.under(number, name, keys.keep(file.key()));
    return keys.settle(
            added.keyId(), intents.send(new AddPushCertificate(clock.instant(), added), origin))
        .map(done -> added);
  }

  /**
   * Renews a push certificate. Refused with {@code UNKNOWN}, {@code TOPIC_CHANGED} or {@code
   * NAME_TAKEN}.
   *
   * @param password of an encrypted key; null or empty: it has none
   * @throws daybook.domain.access.InvalidInput when the two can't be read or don't fit
   */
  public Outcome<PushCertificate> replacePushCertificate(
      long number,
      String name,
      String certificatePem,
      String keyPem,
      String password,
      Origin origin) {
    PushCertificateFile file = PushCertificateFile.read(certificatePem, keyPem, password);
    PushCertificate next = file.under(number, name, keys.keep(file.key()));
    return keys.settle(
            next.keyId(), intents.send(new ReplacePushCertificate(clock.instant(), next), origin))
        .map(
            unused -> {
              keys.forget(unused);
              return next;
            });
  }
}
