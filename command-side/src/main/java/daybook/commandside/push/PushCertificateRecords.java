// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateKey;
import daybook.domain.push.PushCertificateState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The push certificates as their events made them. A certificate takes its place when it comes
 * first, so that the oldest stays the oldest when another key gets its certificate.
 */
final class PushCertificateRecords {
  private List<PushCertificateState> states = new ArrayList<>();

  List<PushCertificateState> all() {
    return List.copyOf(states);
  }

  List<PushCertificate> certificates() {
    return states.stream().map(PushCertificateState::certificate).filter(Objects::nonNull).toList();
  }

  /** Null when there is none. */
  PushCertificateState find(long number) {
    return states.stream().filter(it -> it.number() == number).findFirst().orElse(null);
  }

  boolean hasName(String name, long butNumber) {
    return states.stream().anyMatch(it -> it.number() != butNumber && it.name().equals(name));
  }

  boolean hasTopic(String topic, long butNumber) {
    return certificates().stream()
        .anyMatch(it -> it.number() != butNumber && it.topic().equals(topic));
  }

  void keyCreated(long number, String name, PushCertificateKey key, Instant time) {
    PushCertificateState former = find(number);
    if (former == null) {
      states.add(new PushCertificateState(number, name, null, key, time, time));
    } else {
      put(
          new PushCertificateState(
              number, name, former.certificate(), key, former.createdAt(), time));
    }
  }

  void added(PushCertificate certificate, Instant time) {
    PushCertificateState former = find(certificate.number());
    deleted(certificate.number());
    states.add(state(certificate, former == null ? time : former.createdAt(), time));
  }

  void replaced(PushCertificate certificate, Instant time) {
    PushCertificateState former = find(certificate.number());
    if (former != null) {
      put(state(certificate, former.createdAt(), time));
    }
  }

  void deleted(long number) {
    states.removeIf(it -> it.number() == number);
  }

  private void put(PushCertificateState next) {
    states.replaceAll(it -> it.number() == next.number() ? next : it);
  }

  private static PushCertificateState state(
      PushCertificate certificate, Instant createdAt, Instant updatedAt) {
    return new PushCertificateState(
        certificate.number(), certificate.name(), certificate, null, createdAt, updatedAt);
  }
}
