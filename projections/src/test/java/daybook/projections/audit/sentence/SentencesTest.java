// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.AccountDeactivated;
import daybook.domain.access.AccountId;
import daybook.domain.catalog.EventCatalog;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandId;
import daybook.domain.command.ErrorItem;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.refusal.RefusalEvent.RequestRefused;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Samples;
import daybook.projections.house.Story;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every event can be told, and none tells a secret. */
class SentencesTest {
  private static final Sentences SENTENCES = new Sentences();
  private final MemoryLog log = new MemoryLog();
  private final FakeVault vault = new FakeVault();

  @TestFactory
  Stream<DynamicTest> everyEventIsASentenceWithoutSecrets() {
    return EventCatalog.all().entrySet().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.getKey(),
                    () -> {
                      assertThat(SENTENCES.tells(event.getValue())).isTrue();
                      String told = tell(Samples.of(event.getValue()), Actor.operator("a1"));
                      assertThat(told).endsWith(".").matches("(\\p{Lu}|jane|requestType|\\d).*");
                      assertThat(told)
                          .doesNotContain(Samples.SECRET, "c2VjcmV0", "null", "Sealed[")
                          .doesNotContain("ab".repeat(32));
                    }));
  }

  @Test
  void aDeviceIsToldByNameAndKind() {
    Story mac = new Story(log, 1);
    EnrollmentStarted started = (EnrollmentStarted) mac.starts().event();
    assertThat(tell(started, Actor.server()))
        .isEqualTo("The device “Jane’s Mac 🍏” (Mac14,2, serial SN1, macOS 15.5) began to enroll.");
    vault.drop(mac.keyId());
    assertThat(tell(started, Actor.server()))
        .isEqualTo("The device [erased] (Mac14,2, serial SN1, macOS 15.5) began to enroll.");
  }

  @Test
  void whoCausedItIsTheSubject() {
    CommandQueued queued = (CommandQueued) Samples.of(CommandQueued.class);
    assertThat(tell(queued, Actor.operator("a1"))).isEqualTo("jane queued requestType-text.");
    assertThat(tell(queued, Actor.policy("WhenEnrolledThenAsk")))
        .isEqualTo("WhenEnrolledThenAsk queued requestType-text.");
  }

  @Test
  void errorsAreToldByDomainAndCode() {
    CommandFailed failed =
        new CommandFailed(
            Channel.DEVICE,
            new CommandId("c"),
            "DeviceLock",
            List.of(new ErrorItem("MCMDMErrorDomain", 12021)),
            Story.report());
    assertThat(tell(failed, Actor.server()))
        .isEqualTo("The device could not carry out DeviceLock: MCMDMErrorDomain 12021.");
  }

  @Test
  void aLaterDeliveryIsCounted() {
    CommandDelivered second =
        new CommandDelivered(Channel.DEVICE, new CommandId("c"), "ProfileList", 2);
    assertThat(tell(second, Actor.server()))
        .isEqualTo("The device got ProfileList, for the second time.");
  }

  @Test
  void anErasedAccountHasNoName() {
    AccountCreated created =
        new AccountCreated(
            FakeVault.personal("1.gone", "bob"), true, false, true, List.of(), null, null, null);
    assertThat(tell(created, Actor.server()))
        .isEqualTo("Daybook made the account “bob”, an administrator.");
    vault.drop("1.gone");
    assertThat(tell(created, Actor.server()))
        .isEqualTo("Daybook made the account [erased], an administrator.");
  }

  @Test
  void whatHappensToAnAccountNamesIt() {
    assertThat(tell(new AccountDeactivated(), Actor.operator("a1")))
        .isEqualTo("jane shut the account “bob” out.");
    assertThat(tell(refused(new AccountId("X")), Actor.stranger()))
        .isEqualTo(
            "A request at api was refused: token revoked (the token “ci”), of the account “bob”.");
    assertThat(tell(refused(new AccountId("gone")), Actor.stranger()))
        .endsWith("(the token “ci”), of the account.");
    assertThat(tell(refused(null), Actor.stranger())).endsWith("(the token “ci”).");
  }

  private static RequestRefused refused(AccountId account) {
    return new RequestRefused("TOKEN_REVOKED", "the token “ci”", "api", null, null, account);
  }

  private String tell(DomainEvent event, Actor actor) {
    LogEntry entry = log.append(StreamId.of("enrollment", "X"), event, Origin.of(actor, "request"));
    return SENTENCES.tell(
        new OpenedEvent(entry, vault), "jane", id -> id.equals("X") ? "bob" : null);
  }
}
