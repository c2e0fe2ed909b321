// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.commandside.apple.apns.Apns;
import daybook.commandside.apple.apns.ApnsSettings;
import daybook.commandside.apple.apns.PushOutcome;
import daybook.commandside.apple.apns.PushOutcome.Accepted;
import daybook.commandside.apple.apns.PushOutcome.Rejected;
import daybook.commandside.apple.apns.PushOutcome.Unreachable;
import daybook.commandside.apple.apns.PushOutcome.Unusable;
import daybook.commandside.apple.apns.WakeUp;
import daybook.commandside.fake.HandClock;
import daybook.commandside.fake.OpenVault;
import daybook.domain.Actor;
import daybook.domain.Lease;
import daybook.domain.Leases;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushIntent.PushTarget;
import daybook.domain.push.PushIntent.RecordPushAccepted;
import daybook.domain.push.PushIntent.RecordPushImpossible;
import daybook.domain.push.PushIntent.RecordPushRejected;
import daybook.domain.push.PushWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class WhenPushRequestedThenWakeDeviceTest {
  private static final long REQUEST = 17;
  private static final String TOPIC = "com.apple.mgmt.External.1";
  private static final EnrollmentId MAC = new EnrollmentId("MAC-1");

  private final HandClock clock = new HandClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final OpenPushes pushes = new OpenPushes();
  private final OpenVault vault = new OpenVault();
  private Lease lease = Leases.ALWAYS.on(WhenPushRequestedThenWakeDevice.NAME);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final List<WakeUp> sent = new CopyOnWriteArrayList<>();
  private volatile PushOutcome answer = new Accepted("apns-1");
  private WhenPushRequestedThenWakeDevice policy;

  @BeforeEach
  void aPolicy() {
    pushes.certificates.add(certificate(clock.instant().plus(Duration.ofDays(30))));
    policy =
        policyOver(
            (certificate, wakeUp, now) -> {
              sent.add(wakeUp);
              return answer;
            },
            4);
  }

  @AfterEach
  void close() {
    policy.close();
  }

  @Test
  void aDuePushIsSentAndItsAcceptanceTold() throws InterruptedException {
    request(MAC, clock.instant());

    act();

    assertThat(sent).containsExactly(new WakeUp(TOPIC, "0a0b", "magic of MAC-1"));
    assertThat(pushes.told)
        .containsExactly(
            new RecordPushAccepted(MAC, clock.instant(), Channel.DEVICE, REQUEST, "apns-1"));
    assertThat(pushes.origins.get(0).actor())
        .isEqualTo(Actor.policy("WhenPushRequestedThenWakeDevice"));
    assertThat(pushes.origins.get(0).cause()).isEqualTo("command");
    assertThat(counted("accepted")).isEqualTo(1);
  }

  @Test
  void aPushWaitsForItsTime() throws InterruptedException {
    request(MAC, clock.instant().plusSeconds(10));

    act();
    assertThat(sent).isEmpty();

    clock.advance(Duration.ofSeconds(10));
    act();
    assertThat(sent).hasSize(1);
  }

  @Test
  void aRowWhosePushIsClosedMeanwhileSendsNothing() throws InterruptedException {
    pushes.view.add(new PushWork(MAC, Channel.DEVICE, "command", clock.instant()));

    act();

    assertThat(sent).isEmpty();
    assertThat(pushes.told).isEmpty();
    assertThat(counted("closed")).isEqualTo(1);
  }

  @Test
  void aViewThatLagsCausesNoSecondPush() throws InterruptedException {
    pushes.viewLags = true;
    request(MAC, clock.instant());

    act();
    act();
    act();

    assertThat(sent).hasSize(1);
    assertThat(pushes.told).hasSize(1);
  }

  @Test
  void withoutACertificateOfTheTopicThePushIsImpossible() throws InterruptedException {
    pushes.certificates.clear();
    request(MAC, clock.instant());

    act();

    assertThat(sent).isEmpty();
    assertThat(pushes.told)
        .containsExactly(
            new RecordPushImpossible(MAC, clock.instant(), Channel.DEVICE, REQUEST, TOPIC));
  }

  @Test
  void anExpiredCertificateMakesThePushImpossible() throws InterruptedException {
    pushes.certificates.set(0, certificate(clock.instant()));
    request(MAC, clock.instant());

    act();

    assertThat(sent).isEmpty();
    assertThat(pushes.told).singleElement().isInstanceOf(RecordPushImpossible.class);
  }

  @Test
  void aCertificateWithoutItsKeyMakesThePushImpossible() throws InterruptedException {
    answer = new Unusable("its private key isn't in the key store");
    request(MAC, clock.instant());

    act();

    assertThat(pushes.told).singleElement().isInstanceOf(RecordPushImpossible.class);
  }

  @Test
  void aTokenWhoseKeyWasDroppedIsNotPushedTo() throws InterruptedException {
    request(MAC, clock.instant());
    vault.drop(Subject.of(MAC.stream()));

    act();

    assertThat(sent).isEmpty();
    assertThat(pushes.told).singleElement().isInstanceOf(RecordPushImpossible.class);
  }

  @Test
  void aRejectionIsFinal() throws InterruptedException {
    answer = new Rejected("BadDeviceToken", null);
    request(MAC, clock.instant());

    act();
    clock.advance(Duration.ofHours(1));
    act();

    assertThat(sent).hasSize(1);
    assertThat(pushes.told)
        .containsExactly(
            new RecordPushRejected(
                MAC,
                clock.instant().minus(Duration.ofHours(1)),
                Channel.DEVICE,
                REQUEST,
                "BadDeviceToken",
                null));
  }

  @Test
  void aTokenThatDiedAfterItWasToldIsUnregistered() throws InterruptedException {
    answer = new Rejected("Unregistered", clock.instant().minus(Duration.ofMinutes(59)));
    request(MAC, clock.instant());

    act();

    assertThat(pushes.told)
        .containsExactly(
            new RecordPushRejected(
                MAC,
                clock.instant(),
                Channel.DEVICE,
                REQUEST,
                "Unregistered",
                clock.instant().minus(Duration.ofMinutes(59))));
  }

  @Test
  void aTokenThatWasToldAfterApnsSawItDieIsTriedAgain() throws InterruptedException {
    answer = new Rejected("Unregistered", clock.instant().minus(Duration.ofMinutes(60)));
    request(MAC, clock.instant());

    act();
    assertThat(pushes.told).isEmpty();

    answer = new Accepted("apns-2");
    clock.advance(Duration.ofSeconds(1));
    act();
    assertThat(pushes.told).singleElement().isInstanceOf(RecordPushAccepted.class);
  }

  @Test
  void whileApnsIsAwayThePausesGrowAndNothingIsTold() throws InterruptedException {
    answer = new Unreachable("Connection refused");
    request(MAC, clock.instant());

    for (int second = 0; second < 3600; second++) {
      act();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(sent.size()).isBetween(12, 17);
    assertThat(pushes.told).isEmpty();
    assertThat(counted("later")).isEqualTo(sent.size());

    answer = new Accepted("apns-3");
    clock.advance(Duration.ofMinutes(15));
    act();
    assertThat(pushes.told).singleElement().isInstanceOf(RecordPushAccepted.class);
  }

  @Test
  void aNodeThatHasLostTheLeaseMeanwhileSendsNothingAndTellsNothing() throws InterruptedException {
    lease =
        new Lease() {
          @Override
          public boolean held() {
            return false;
          }

          @Override
          public long term() {
            return 0;
          }
        };
    request(MAC, clock.instant());

    act();

    assertThat(sent).isEmpty();
    assertThat(pushes.told).isEmpty();
    assertThat(counted("later")).isEqualTo(1);
  }

  @Test
  void aBusyLogLosesNoPush() throws InterruptedException {
    pushes.busy = true;
    request(MAC, clock.instant());
    act();
    assertThat(sent).isEmpty();

    pushes.busy = false;
    clock.advance(Duration.ofSeconds(1));
    act();
    assertThat(pushes.told).singleElement().isInstanceOf(RecordPushAccepted.class);
  }

  @Test
  void oneRowThatFailsLeavesTheOthersAlone() throws InterruptedException {
    policy.close();
    policy =
        policyOver(
            (certificate, wakeUp, now) -> {
              if (wakeUp.magic().endsWith("MAC-1")) {
                throw new IllegalStateException("a defect");
              }
              return answer;
            },
            2);
    request(MAC, clock.instant());
    request(new EnrollmentId("MAC-2"), clock.instant());

    act();

    assertThat(pushes.told).singleElement().isInstanceOf(RecordPushAccepted.class);
    assertThat(counted("later")).isEqualTo(1);
  }

  @Test
  void atMostSoManyPushesAreUnderWayAndEachRowOnce() throws InterruptedException {
    CountDownLatch apnsAnswers = new CountDownLatch(1);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    policy.close();
    policy =
        policyOver(
            (certificate, wakeUp, now) -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              sent.add(wakeUp);
              try {
                apnsAnswers.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              underWay.decrementAndGet();
              return answer;
            },
            3);
    for (int i = 0; i < 10; i++) {
      request(new EnrollmentId("MAC-" + i), clock.instant());
    }
    Thread rounds =
        new Thread(
            () -> {
              try {
                policy.act();
                policy.act();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    rounds.start();
    await().until(() -> underWay.get() == 3);

    apnsAnswers.countDown();
    rounds.join();

    await().until(() -> pushes.told.size() == 10);
    assertThat(most).hasValue(3);
    assertThat(sent).hasSize(10).doesNotHaveDuplicates();
  }

  /** One round, and all that it started. */
  private void act() throws InterruptedException {
    policy.act();
    await().pollInterval(Duration.ofMillis(1)).until(policy::idle);
  }

  private double counted(String outcome) {
    return meters.counter("daybook.pushes", "outcome", outcome).count();
  }

  private WhenPushRequestedThenWakeDevice policyOver(Apns apns, int concurrency) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("meters", meters);
    return new WhenPushRequestedThenWakeDevice(
        pushes,
        new PushAttempt(pushes, vault, apns, work -> lease, clock),
        clock,
        new ApnsSettings("localhost", 443, "", concurrency),
        beans.getBeanProvider(MeterRegistry.class));
  }

  private void request(EnrollmentId enrollment, Instant notBefore) {
    pushes.request(
        new PushWork(enrollment, Channel.DEVICE, "command", notBefore),
        new PushTarget(
            REQUEST,
            TOPIC,
            seal(enrollment, "token", new byte[] {10, 11}),
            seal(
                enrollment,
                "magic",
                ("magic of " + enrollment.value()).getBytes(StandardCharsets.UTF_8)),
            clock.instant().minus(Duration.ofHours(1))));
  }

  private Secret seal(EnrollmentId enrollment, String path, byte[] plain) {
    return vault.secret(Subject.of(enrollment.stream()), "PushTokenChanged", path, plain);
  }

  private static PushCertificate certificate(Instant notAfter) {
    return new PushCertificate(
        1, "test", TOPIC, notAfter.minus(Duration.ofDays(365)), notAfter, "PEM", "key");
  }
}
