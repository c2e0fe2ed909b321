// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import daybook.domain.push.PushCertificate;
import java.time.Instant;

/** Wakes devices. */
public interface Apns {
  /**
   * Sends one push and waits for the answer, at most some seconds. It may be repeated: a device
   * that is woken twice asks for work twice.
   *
   * @param certificate the push certificate of the topic
   */
  PushOutcome push(PushCertificate certificate, WakeUp wakeUp, Instant now);
}
