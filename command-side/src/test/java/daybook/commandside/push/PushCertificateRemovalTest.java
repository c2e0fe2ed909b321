// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.fake.MemoryKeys;
import daybook.commandside.fake.MemoryLog;
import daybook.commandside.fake.ScriptedIntents;
import daybook.domain.Actor;
import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.StreamId;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.DeletePushCertificate;
import daybook.domain.push.PushCertificateKey;
import daybook.domain.push.PushCertificateState;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody needs isn't deleted, even if the need arises while it is being deleted. */
class PushCertificateRemovalTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Origin ORIGIN = Origin.of(Actor.server(), "test");
  private static final PushCertificate CERTIFICATE =
      new PushCertificate(3, "Ours", "com.apple.mgmt.External.1", NOW, NOW, "PEM", "used");
  private static final PushCertificateState STATE =
      new PushCertificateState(
          3, "Ours", CERTIFICATE, new PushCertificateKey("waiting", "request"), NOW, NOW);

  private final ScriptedIntents intents = new ScriptedIntents();
  private final MemoryKeys keys = new MemoryKeys();
  private final List<String> onTopic = new ArrayList<>();
  private boolean behind;
  private final Catchup catchup = (feature, index, atMost) -> !behind;
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final PushCertificateRemoval removal =
      new PushCertificateRemoval(
          intents,
          new TopicUse(intents, new Devices(), new MemoryLog(), catchup, clock),
          new KeptKeys(keys),
          clock);

  PushCertificateRemovalTest() {
    keys.keep("used", new byte[] {1});
    keys.keep("waiting", new byte[] {2});
    intents.on(ListConfigurations.class, asked -> Outcome.accepted(List.of()));
    intents.on(DeletePushCertificate.class, asked -> Outcome.accepted(List.of("used", "waiting")));
  }

  @Test
  void whatNothingNeedsIsDeletedWithItsKeys() {
    assertThat(removal.delete(STATE, ORIGIN).isAccepted()).isTrue();

    assertThat(keys.ids()).isEmpty();
    assertThat(intents.sent(AddPushCertificate.class)).isEmpty();
  }

  @Test
  void theDevicesThatNeedItAreNamedUpToABound() {
    for (int i = 1; i <= TopicUse.MOST_TOLD + 2; i++) {
      onTopic.add("C" + i);
    }

    Outcome.Refused<Void> refused = removal.delete(STATE, ORIGIN).refusal().orElseThrow();

    assertThat(refused.reason()).isEqualTo(Refusal.IN_USE);
    assertThat(refused.detail())
        .isEqualTo(
            "12 devices are enrolled with com.apple.mgmt.External.1:"
                + " C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, and 2 more");
    assertThat(intents.sent(DeletePushCertificate.class)).isEmpty();
    assertThat(keys.ids()).hasSize(2);
  }

  @Test
  void theConfigurationsThatNameItAreNamed() {
    intents.on(
        ListConfigurations.class,
        asked -> Outcome.accepted(List.of(link("any", null), link("other", 4L), link("it", 3L))));

    assertThat(removal.delete(STATE, ORIGIN).refusal().orElseThrow().detail())
        .isEqualTo("enrollment configurations name it: “it”");
    assertThat(intents.sent(DeletePushCertificate.class)).isEmpty();
  }

  @Test
  void aDeviceThatWasRecordedMeanwhileBringsItBackWithItsKey() {
    intents.on(
        DeletePushCertificate.class,
        asked -> {
          onTopic.add("C02LATE");
          return Outcome.accepted(List.of("used", "waiting"));
        });

    assertThat(removal.delete(STATE, ORIGIN).refusal().orElseThrow().detail()).contains("C02LATE");
    assertThat(intents.sent(AddPushCertificate.class))
        .containsExactly(new AddPushCertificate(NOW, CERTIFICATE));
    assertThat(keys.ids()).containsExactly("used");
  }

  @Test
  void nothingIsDeletedWhileTheViewsAreBehind() {
    behind = true;

    assertThat(removal.delete(STATE, ORIGIN).refusal().orElseThrow().reason())
        .isEqualTo(Refusal.BUSY);
    assertThat(intents.sent(DeletePushCertificate.class)).isEmpty();
  }

  @Test
  void viewsThatFallBehindDuringTheDeletionBringsItBackToo() {
    intents.on(
        DeletePushCertificate.class,
        asked -> {
          behind = true;
          return Outcome.accepted(List.of("used", "waiting"));
        });

    assertThat(removal.delete(STATE, ORIGIN).refusal().orElseThrow().reason())
        .isEqualTo(Refusal.BUSY);
    assertThat(intents.sent(AddPushCertificate.class)).hasSize(1);
    assertThat(keys.ids()).containsExactly("used");
  }

  private static ConfigurationState link(String name, Long pushCertificate) {
    ConfigurationDetails details =
        new ConfigurationDetails(
            name, name, ScepIssuerId.OWN, pushCertificate, null, null, null, null, null, null);
    return new ConfigurationState(
        new EnrollmentConfiguration(new ConfigurationId(name), 1, details, "", "", null),
        0,
        0,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private final class Devices implements Directory {
    @Override
    public DevicesOfTopic devicesByTopic(String topic, int most) {
      return new DevicesOfTopic(onTopic.size(), onTopic.stream().limit(most).toList());
    }

    @Override
    public Optional<StreamId> device(long number) {
      return Optional.empty();
    }

    @Override
    public Optional<StreamId> deviceByCommand(String command) {
      return Optional.empty();
    }

    @Override
    public List<StreamId> devicesBySerialNumber(String serialNumber) {
      return List.of();
    }

    @Override
    public Optional<StreamId> deviceByUdid(String udid) {
      return Optional.empty();
    }

    @Override
    public Optional<StreamId> accountByToken(String tokenSha256) {
      return Optional.empty();
    }
  }
}
