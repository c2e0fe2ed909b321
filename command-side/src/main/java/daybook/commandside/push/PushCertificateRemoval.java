// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.DeletePushCertificate;
import daybook.domain.push.PushCertificateState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes a push certificate that nothing needs.
 *
 * <p>Who needs one is known to other streams, so no single decision sees both sides; the order of
 * the steps keeps a device from slipping in between. Nothing needs it: it is deleted. Then the same
 * is asked again, of a view that has passed the head after the deletion: a device whose
 * Authenticate had seen the certificate and was recorded meanwhile is found now, and the
 * certificate is added back under its number, with its key, which is dropped only after this second
 * look. A device that is recorded after the second look asks for its topic once more before it is
 * answered, finds none, and is refused. What remains is a server that dies between the two looks;
 * then the key is still in the key store, the device's pushes are told impossible, and a
 * certificate of the same topic from Apple's portal mends it. A configuration that names it in that
 * moment strands no device: its link says that the push certificate is gone.
 */
@Component
class PushCertificateRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(PushCertificateRemoval.class);

  private final Intents intents;
  private final TopicUse use;
  private final KeptKeys keys;
  private final Clock clock;

  PushCertificateRemoval(Intents intents, TopicUse use, KeptKeys keys, Clock clock) {
    this.intents = intents;
    this.use = use;
    this.keys = keys;
    this.clock = clock;
  }

  /** Refused with {@code IN_USE}, and by whom. */
  Outcome<Void> delete(PushCertificateState present, Origin origin) {
    Outcome<Optional<String>> needed = use.of(present, origin);
    Optional<Outcome<Void>> no = no(needed);
    if (no.isPresent()) {
      return no.get();
    }
    Outcome<List<String>> deleted =
        intents.send(new DeletePushCertificate(clock.instant(), present.number()), origin);
    if (!deleted.isAccepted()) {
      return deleted.map(none -> null);
    }
    List<String> unused = new ArrayList<>(deleted.reply());
    Optional<Outcome<Void>> late = no(use.of(present, origin));
    if (late.isPresent() && present.certificate() != null) {
      unused.remove(present.certificate().keyId());
      restore(present, origin);
    }
    keys.forget(unused);
    return late.orElseGet(Outcome::accepted);
  }

  private void restore(PushCertificateState present, Origin origin) {
    Outcome<Void> restored =
        intents.send(new AddPushCertificate(clock.instant(), present.certificate()), origin);
    if (!restored.isAccepted()) {
      LOG.error(
          "The push certificate {} is needed and can't be restored: {}",
          present.number(),
          restored);
    }
  }

  private static Optional<Outcome<Void>> no(Outcome<Optional<String>> needed) {
    return needed.isAccepted()
        ? needed.reply().map(why -> Outcome.refused(Refusal.IN_USE, why))
        : Optional.of(needed.map(none -> null));
  }
}
