// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import daybook.commandside.door.Origins;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NewAccount;
import daybook.domain.access.Permission;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final String PASSWORD = "a long enough password";

  private final FakeSeams seams = new FakeSeams();
  private final Ticking clock = new Ticking();
  private final Accounts accounts = new Accounts(seams, seams, clock);
  private final AccountTokens tokens =
      new AccountTokens(seams, seams, new RoleStanding(seams, clock), clock);
  private final Origins origins = FakeSeams.origins(seams, clock);
  private final Refusals refusals = FakeSeams.refusals(seams, origins, clock);
  private final PasswordSignIn signIn =
      new PasswordSignIn(accounts, seams, seams, origins, refusals, clock);

  @Test
  void aNameLeadsToTheSameAccountInEachCase() {
    assertThat(accounts.idOf("Jane")).isEqualTo(accounts.idOf(" jANE "));
    assertThat(accounts.idOf("Jane")).isNotEqualTo(accounts.idOf("June"));
  }

  @Test
  void aSecondAccountOfTheSameNameIsRefused() {
    create("jane", PASSWORD);

    Outcome<AccountId> again = accounts.create(person("JANE", PASSWORD), origin());

    assertThat(again.refusal().orElseThrow().reason()).isEqualTo(Refusal.NAME_TAKEN);
  }

  @Test
  void thePasswordIsKeptAsASlowHash() {
    AccountId jane = create("jane", PASSWORD);

    String kept =
        new String(
            seams
                .open(seams.accounts.get(jane).password().sealed(), "AccountCreated", "password")
                .orElseThrow(),
            StandardCharsets.UTF_8);
    assertThat(kept).startsWith("$argon2id$").doesNotContain(PASSWORD);
  }

  @Test
  void aFreshTokenAuthenticatesAndOnlyItsHashIsKept() {
    AccountState jane = seams.state(create("jane", PASSWORD));

    String token = tokens.issue(jane, "laptop", null, origin()).reply();

    assertThat(tokens.judge(token).reply().account()).isEqualTo(jane.account());
    assertThat(seams.tokens).doesNotContainKey(token).containsKey(ApiTokens.sha256(token));
  }

  @Test
  void aTokenNamesItsAccountAndNoViewIsAsked() {
    AccountState jane = seams.state(create("jane", PASSWORD));
    create("june", PASSWORD);
    String token = tokens.issue(jane, "laptop", null, origin()).reply();
    seams.directoryKnows = false;

    assertThat(tokens.judge(token).reply().account()).isEqualTo(jane.account());
    assertThat(ApiTokens.accountNumber(token)).hasValue(1L);
  }

  @Test
  void aTokenOfTheFormerFormIsFoundByTheDirectory() {
    AccountId jane = create("jane", PASSWORD);
    String former = "ztlu_0Aa1Bb2Cc3Dd4Ee5Ff6Gg7Hh8Ii9Jj";
    String token = former + ApiTokens.checksum(former);
    seams.tokens.put(ApiTokens.sha256(token), jane);

    assertThat(tokens.judge(token).reply().account()).isEqualTo(jane);
    seams.directoryKnows = false;
    assertThat(reason(tokens.judge(token))).isEqualTo(Refusal.TOKEN_UNKNOWN);
  }

  @Test
  void aRefusedTokenIsToldWithTheAccountWhoseItIs() {
    AccountId jane = create("jane", PASSWORD);
    String token = tokens.issue(seams.state(jane), "laptop", null, origin()).reply();
    seams.inactive.add(jane);

    assertThat(tokens.judged(token).account()).isEqualTo(jane);
    assertThat(tokens.judged("deadbeef").account()).isNull();
  }

  @Test
  void aUseIsTakenNoteOfOnceADay() {
    AccountState jane = seams.state(create("jane", PASSWORD));
    String token = tokens.issue(jane, "laptop", null, origin()).reply();
    for (int i = 0; i < 3; i++) {
      tokens.judge(token);
    }
    assertThat(seams.uses).isEqualTo(1);
    clock.now = clock.now.plus(Duration.ofDays(1));
    tokens.judge(token);
    assertThat(seams.uses).isEqualTo(2);
  }

  @Test
  void whatIsNoTokenIsRefusedWithItsReason() {
    assertThat(reason(tokens.judge("ztlu_0123456789abcdef"))).isEqualTo(Refusal.TOKEN_MALFORMED);
    assertThat(reason(tokens.judge("deadbeef"))).isEqualTo(Refusal.TOKEN_UNKNOWN);
    assertThat(reason(tokens.judge("x".repeat(10_000)))).isEqualTo(Refusal.TOKEN_UNKNOWN);
  }

  @Test
  void signingInTellsUnknownNamesAndWrongPasswordsAlike() {
    AccountId jane = create("jane", PASSWORD);

    assertThat(signIn.signIn("Jane", PASSWORD, "192.0.2.1", "Safari").reply().account())
        .isEqualTo(jane);
    assertThat(seams.lastOrigin.actor()).isEqualTo(Actor.operator(jane.value()));
    assertThat(seams.lastOrigin.remoteAddress()).isNotNull();
    assertThat(reason(signIn.signIn("jane", "wrong", "192.0.2.1", null)))
        .isEqualTo(Refusal.PASSWORD_WRONG);
    assertThat(reason(signIn.signIn("nobody", PASSWORD, "192.0.2.1", null)))
        .isEqualTo(Refusal.PASSWORD_WRONG);
  }

  @Test
  void anAccountWithoutPasswordCantSignIn() {
    create("jane", null);

    assertThat(reason(signIn.signIn("jane", "", "192.0.2.1", null)))
        .isEqualTo(Refusal.PASSWORD_WRONG);
  }

  @Test
  void tenFailuresForANameFromAnAddressHoldItForAQuarterOfAnHour() {
    create("jane", PASSWORD);
    for (int i = 0; i < 10; i++) {
      signIn.signIn("jane", "wrong", "192.0.2.1", null);
    }

    assertThat(reason(signIn.signIn("jane", PASSWORD, "192.0.2.1", null)))
        .isEqualTo(Refusal.THROTTLED);
    assertThat(signIn.signIn("jane", PASSWORD, "192.0.2.2", null).isAccepted()).isTrue();
    clock.now = clock.now.plus(Duration.ofMinutes(16));
    assertThat(signIn.signIn("jane", PASSWORD, "192.0.2.1", null).isAccepted()).isTrue();
  }

  @Test
  void attemptsCountFromTheirStartSoThatNoneSlipsThroughBesideOthers() throws Exception {
    create("jane", PASSWORD);
    ExecutorService callers = Executors.newFixedThreadPool(30);
    CountDownLatch together = new CountDownLatch(30);
    List<Future<Refusal>> answers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      answers.add(
          callers.submit(
              () -> {
                together.countDown();
                together.await();
                return reason(signIn.signIn("jane", "wrong", "192.0.2.1", null));
              }));
    }
    List<Refusal> reasons = new ArrayList<>();
    for (Future<Refusal> answer : answers) {
      reasons.add(answer.get());
    }
    callers.shutdown();

    assertThat(reasons).filteredOn(it -> it == Refusal.PASSWORD_WRONG).hasSize(10);
    assertThat(reasons).filteredOn(it -> it == Refusal.THROTTLED).hasSize(20);
  }

  @Test
  void aGoodSignInTakesNothingFromTheAddress() {
    create("jane", PASSWORD);
    for (int i = 0; i < 120; i++) {
      assertThat(signIn.signIn("jane", PASSWORD, "192.0.2.1", null).isAccepted()).isTrue();
    }
  }

  @Test
  void eachFailedSignInIsToldWithItsReasonAndNeverWithWhatWasTyped() {
    AccountId jane = create("jane", PASSWORD);
    signIn.signIn("jane", "a wrong password", "192.0.2.1", "Safari");
    signIn.signIn("my password", PASSWORD, "192.0.2.1", null);
    seams.inactive.add(jane);
    signIn.signIn("jane", PASSWORD, "192.0.2.1", null);

    await().until(() -> seams.refused.size() == 3);
    assertThat(seams.refused)
        .extracting(RecordRefusal::door, RecordRefusal::reason, RecordRefusal::account)
        .containsExactly(
            tuple("sign_in", "PASSWORD_WRONG", jane),
            tuple("sign_in", "UNKNOWN", null),
            tuple("sign_in", "INACTIVE", jane));
    assertThat(seams.refused.toString()).doesNotContain("my password", "a wrong password");
  }

  @Test
  void aThrottledSignInNamesTheAccountIfThereIsOne() {
    AccountId jane = create("jane", PASSWORD);
    for (int i = 0; i < 11; i++) {
      signIn.signIn("jane", "wrong", "192.0.2.1", null);
      signIn.signIn("nobody", "wrong", "192.0.2.1", null);
    }

    await()
        .untilAsserted(
            () ->
                assertThat(seams.refused)
                    .filteredOn(it -> it.reason().equals("THROTTLED"))
                    .extracting(RecordRefusal::account)
                    .containsExactly(jane, null));
  }

  @Test
  void whoDoesNotKnowTheirPresentPasswordLeavesATraceOfIt() {
    AccountId jane = create("jane", PASSWORD);
    AccountState by = new AccountState(jane, false, false, true, List.of());
    AccountBook book = new AccountBook(accounts, null, seams, seams, refusals, clock);
    Outcome<Void> told = book.changeOwnPassword("guessed", PASSWORD + " anew", by, origin());

    assertThat(reason(told)).isEqualTo(Refusal.PASSWORD_WRONG);
    await().until(() -> seams.refused.size() == 1);
    assertThat(seams.refused)
        .extracting(RecordRefusal::door, RecordRefusal::reason, RecordRefusal::account)
        .containsExactly(tuple("own_password", "PASSWORD_WRONG", jane));
    assertThat(seams.refused.toString()).doesNotContain("guessed");
  }

  @Test
  void whatCantBeAnAccountIsRefusedByField() {
    assertThatThrownBy(() -> person(" ", PASSWORD)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> person("jane", "short")).hasMessageContaining("password");
    assertThatThrownBy(() -> new NewAccount("bot", null, true, true, true, List.of()))
        .hasMessageContaining("administrator");
  }

  private AccountId create(String name, String password) {
    return accounts.create(person(name, password), origin()).reply();
  }

  private static NewAccount person(String name, String password) {
    return new NewAccount(name, password, false, false, true, List.of(Permission.VIEW_DEVICES));
  }

  private static Origin origin() {
    return Origin.of(Actor.server(), "test");
  }

  private static Refusal reason(Outcome<?> outcome) {
    return outcome.refusal().orElseThrow().reason();
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
