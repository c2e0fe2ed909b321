// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateKey;
import daybook.domain.push.PushCertificateManagement;
import daybook.domain.push.PushCertificateState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Push certificates in memory: what is given is taken as it is, or refused as told. */
final class FakePushCertificates implements PushCertificateManagement {
  final Map<Long, PushCertificateState> states = new TreeMap<>();
  final List<Origin> origins = new ArrayList<>();
  Outcome.Refused<?> refusal;
  private final Clock clock;

  FakePushCertificates(Clock clock) {
    this.clock = clock;
  }

  void refuse(Refusal reason, String detail) {
    refusal = new Outcome.Refused<>(reason, detail);
  }

  @Override
  public Outcome<List<PushCertificateState>> all(Origin origin) {
    return Outcome.accepted(
        states.values().stream().sorted(Comparator.comparing(PushCertificateState::name)).toList());
  }

  @Override
  public Outcome<Long> createKey(String name, Origin origin) {
    return done(origin, () -> put(states.size() + 1L, name, null, waiting()));
  }

  @Override
  public Outcome<Void> startRenewal(long number, Origin origin) {
    PushCertificateState now = states.get(number);
    return done(origin, () -> put(number, now.name(), now.certificate().certificate(), waiting()))
        .map(done -> null);
  }

  @Override
  public Outcome<String> signRequest(long number, Vendor vendor, Origin origin) {
    return done(origin, () -> vendor.certificates() + "+" + vendor.privateKey());
  }

  @Override
  public Outcome<Long> add(String name, Files files, Origin origin) {
    return done(origin, () -> put(states.size() + 1L, name, files.certificate(), null));
  }

  @Override
  public Outcome<Void> upload(long number, String name, Files files, Origin origin) {
    return done(origin, () -> put(number, name, files.certificate(), null)).map(done -> null);
  }

  @Override
  public Outcome<Void> delete(long number, Origin origin) {
    return done(origin, () -> states.remove(number)).map(done -> null);
  }

  private <R> Outcome<R> done(Origin origin, Supplier<R> step) {
    origins.add(origin);
    return refusal == null
        ? Outcome.accepted(step.get())
        : Outcome.refused(refusal.reason(), refusal.detail());
  }

  private long put(long number, String name, String certificate, PushCertificateKey waiting) {
    PushCertificateState former = states.get(number);
    Instant now = clock.instant();
    PushCertificate given =
        certificate == null
            ? null
            : new PushCertificate(number, name, "topic" + number, now, now, certificate, "key");
    states.put(
        number,
        new PushCertificateState(
            number, name, given, waiting, former == null ? now : former.createdAt(), now));
    return number;
  }

  private static PushCertificateKey waiting() {
    return new PushCertificateKey("waiting", "UkVRVUVTVA==");
  }
}
