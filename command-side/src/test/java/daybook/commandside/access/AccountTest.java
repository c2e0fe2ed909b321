// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.Story;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.access.AccountEvent.AccountActivated;
import daybook.domain.access.AccountEvent.AccountChanged;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.AccountDeactivated;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.ApiTokenRevoked;
import daybook.domain.access.AccountEvent.ApiTokenUsed;
import daybook.domain.access.AccountEvent.PasswordChanged;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.AskPassword;
import daybook.domain.access.AccountIntent.ChangeAccount;
import daybook.domain.access.AccountIntent.ChangePassword;
import daybook.domain.access.AccountIntent.CreateAccount;
import daybook.domain.access.AccountIntent.DescribeAccount;
import daybook.domain.access.AccountIntent.IssueToken;
import daybook.domain.access.AccountIntent.JudgeToken;
import daybook.domain.access.AccountIntent.RecordSignIn;
import daybook.domain.access.AccountIntent.RecordTokenUse;
import daybook.domain.access.AccountIntent.RevokeToken;
import daybook.domain.access.AccountIntent.RevokeTokens;
import daybook.domain.access.AccountIntent.SetActive;
import daybook.domain.access.AccountState;
import daybook.domain.access.KeptPassword;
import daybook.domain.access.Permission;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account judges its tokens and keeps its password. */
class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final AccountId ID = new AccountId("alice");
  private static final Personal NAME = new Personal(new Sealed("1.k", 1, "AAAA", null));
  private static final Secret PASSWORD = new Secret(new Sealed("1.k", 1, "BBBB", null));
  private static final List<Permission> PERMISSIONS = List.of(Permission.VIEW_DEVICES);

  private final Story<Account> nobody = Story.of(Account.class);

  private static CreateAccount creates(boolean active, Secret password) {
    return new CreateAccount(
        ID, NOW, NAME, false, false, active, PERMISSIONS, password, null, List.of());
  }

  private static IssueToken issues(String sha256, Instant expiresAt) {
    return new IssueToken(ID, NOW, sha256, "laptop", expiresAt);
  }

  private static JudgeToken judges(Instant now, String sha256) {
    return new JudgeToken(ID, now, sha256);
  }

  private static AccountState state(boolean active) {
    return new AccountState(ID, false, false, active, PERMISSIONS);
  }

  private Story<Account> alice() {
    return nobody.given(creates(true, PASSWORD));
  }

  private Story<Account> inactive() {
    return nobody.given(creates(false, PASSWORD));
  }

  @Test
  void anAccountIsCreated() {
    nobody
        .when(creates(true, PASSWORD))
        .records(
            new AccountCreated(NAME, false, false, true, PERMISSIONS, PASSWORD, null, List.of()))
        .accepted();
  }

  @Test
  void aNameIsTakenOnce() {
    alice().when(creates(true, PASSWORD)).recordsNothing().refused(Refusal.NAME_TAKEN);
  }

  @Test
  void anAccountIsDescribed() {
    alice().when(new DescribeAccount(ID, NOW)).recordsNothing().answers(state(true));
  }

  @Test
  void nobodyIsUnknown() {
    nobody.when(new DescribeAccount(ID, NOW)).recordsNothing().refused(Refusal.UNKNOWN);
    nobody.when(issues("aa", null)).recordsNothing().refused(Refusal.UNKNOWN);
    nobody.when(judges(NOW, "aa")).recordsNothing().refused(Refusal.TOKEN_UNKNOWN);
    nobody.when(new AskPassword(ID, NOW)).recordsNothing().refused(Refusal.UNKNOWN);
    nobody.when(new RecordSignIn(ID, NOW, null)).recordsNothing().refused(Refusal.UNKNOWN);
  }

  @Test
  void aTokenIsIssuedOnce() {
    alice().when(issues("aa", LATER)).records(new ApiTokenIssued("aa", "laptop", LATER)).accepted();
    Story.of(Account.class)
        .given(creates(true, PASSWORD), issues("aa", LATER))
        .when(issues("aa", LATER))
        .recordsNothing()
        .accepted();
  }

  @Test
  void eachOfItsTokensIsGood() {
    Story<Account> both = alice().given(issues("aa", null), issues("bb", LATER));
    both.when(judges(NOW, "aa")).recordsNothing().answers(state(true));
    both.when(judges(NOW, "bb")).recordsNothing().answers(state(true));
  }

  @Test
  void anotherTokenIsNot() {
    alice().given(issues("aa", null)).when(judges(NOW, "cc")).refused(Refusal.TOKEN_UNKNOWN);
  }

  @Test
  void anExpiredTokenIsNot() {
    alice().given(issues("aa", LATER)).when(judges(LATER, "aa")).refused(Refusal.TOKEN_EXPIRED);
  }

  @Test
  void theTokenOfAnInactiveAccountIsNot() {
    inactive().given(issues("aa", null)).when(judges(NOW, "aa")).refused(Refusal.INACTIVE);
  }

  @Test
  void thePasswordIsGivenToTheDoorSealed() {
    alice()
        .when(new AskPassword(ID, NOW))
        .recordsNothing()
        .answers(new KeptPassword(PASSWORD, "AccountCreated"));
  }

  @Test
  void withoutAPasswordNobodySignsIn() {
    nobody
        .given(creates(true, null))
        .when(new AskPassword(ID, NOW))
        .refused(Refusal.PASSWORD_WRONG);
  }

  @Test
  void anInactiveAccountDoesNotSignIn() {
    inactive().when(new AskPassword(ID, NOW)).refused(Refusal.INACTIVE);
    inactive().when(new RecordSignIn(ID, NOW, null)).recordsNothing().refused(Refusal.INACTIVE);
  }

  @Test
  void aSignInIsRecorded() {
    alice().when(new RecordSignIn(ID, NOW, null)).records(new SignedIn(null)).answers(state(true));
  }

  @Test
  void tokensOfANameAreRevoked() {
    RevokeTokens revokes = new RevokeTokens(ID, LATER, "laptop");
    alice()
        .given(issues("aa", null), new IssueToken(ID, NOW, "bb", "ci", null))
        .when(revokes)
        .records(new ApiTokenRevoked("aa", "laptop"))
        .answers(1);
    Story<Account> revoked =
        Story.of(Account.class).given(creates(true, PASSWORD), issues("aa", null), revokes);
    revoked.when(judges(LATER, "aa")).refused(Refusal.TOKEN_REVOKED);
    revoked.when(revokes).recordsNothing().refused(Refusal.TOKEN_UNKNOWN);
  }

  @Test
  void oneTokenIsRevokedByItsId() {
    String sha256 = "0123456789abcdef".repeat(4);
    String id = "01234567-89ab-cdef-0123-456789abcdef";
    alice()
        .given(issues(sha256, null), issues("f" + sha256.substring(1), null))
        .when(new RevokeToken(ID, LATER, id))
        .records(new ApiTokenRevoked(sha256, "laptop"))
        .accepted();
    inactive().when(new RevokeToken(ID, LATER, id)).refused(Refusal.TOKEN_UNKNOWN);
  }

  @Test
  void aTokensUseIsRecordedOnceADay() {
    RecordTokenUse use = new RecordTokenUse(ID, NOW, "aa");
    alice().given(issues("aa", null)).when(use).records(new ApiTokenUsed("aa", "laptop"));
    Story<Account> used =
        Story.of(Account.class).given(creates(true, PASSWORD), issues("aa", null), use);
    used.when(new RecordTokenUse(ID, NOW.plusSeconds(3600 * 13), "aa")).recordsNothing();
    Story.of(Account.class)
        .given(creates(true, PASSWORD), issues("aa", null), use)
        .when(new RecordTokenUse(ID, NOW.plusSeconds(3600 * 14), "aa"))
        .records(new ApiTokenUsed("aa", "laptop"));
  }

  @Test
  void anAccountHasAtMostAHundredGoodTokens() {
    IssueToken[] many = new IssueToken[HeldTokens.MOST];
    for (int i = 0; i < many.length; i++) {
      many[i] = issues("t" + i, LATER);
    }
    alice().given(many).when(issues("one more", null)).refused(Refusal.TOKENS_TOO_MANY);
    Story.of(Account.class)
        .given(creates(true, PASSWORD))
        .given(many)
        .when(new IssueToken(ID, LATER, "one more", "laptop", null))
        .accepted();
  }

  @Test
  void whatItMayIsSaidAnew() {
    ChangeAccount change =
        new ChangeAccount(ID, LATER, null, false, List.of(2L), List.of(Permission.VIEW_AUDIT));
    alice()
        .when(change)
        .records(new AccountChanged(null, false, List.of(2L), List.of(Permission.VIEW_AUDIT)))
        .accepted();
    Story<Account> changed = Story.of(Account.class).given(creates(true, PASSWORD), change);
    changed.when(change).recordsNothing().accepted();
    Story.of(Account.class)
        .given(creates(true, PASSWORD), change)
        .when(new DescribeAccount(ID, LATER))
        .answers(
            new AccountState(ID, false, false, true, List.of(Permission.VIEW_AUDIT), List.of(2L)));
  }

  @Test
  void aPasswordIsChangedAndTakenAway() {
    Secret other = new Secret(new Sealed("1.k", 1, "CCCC", null));
    ChangePassword change = new ChangePassword(ID, LATER, other);
    alice().when(change).records(new PasswordChanged(other)).accepted();
    Story.of(Account.class)
        .given(creates(true, PASSWORD), change)
        .when(new AskPassword(ID, LATER))
        .answers(new KeptPassword(other, "PasswordChanged"));
    Story.of(Account.class)
        .given(creates(true, PASSWORD), new ChangePassword(ID, LATER, null))
        .when(new AskPassword(ID, LATER))
        .refused(Refusal.PASSWORD_WRONG);
  }

  @Test
  void allItsTokensAreRevoked() {
    alice()
        .given(issues("aa", null), new IssueToken(ID, NOW, "bb", "ci", null))
        .when(new RevokeTokens(ID, LATER, null))
        .records(new ApiTokenRevoked("aa", "laptop"), new ApiTokenRevoked("bb", "ci"))
        .answers(2);
  }

  @Test
  void anAccountIsShutOutAndLetInAgain() {
    SetActive out = new SetActive(ID, LATER, false);
    SetActive in = new SetActive(ID, LATER, true);
    alice().when(in).recordsNothing().accepted();
    Story.of(Account.class)
        .given(creates(true, PASSWORD))
        .when(out)
        .records(new AccountDeactivated())
        .accepted();
    Story<Account> shutOut =
        Story.of(Account.class).given(creates(true, PASSWORD), issues("aa", null), out);
    shutOut.when(judges(LATER, "aa")).refused(Refusal.INACTIVE);
    shutOut.when(new AskPassword(ID, LATER)).refused(Refusal.INACTIVE);
    shutOut.when(in).records(new AccountActivated()).accepted();
    Story.of(Account.class)
        .given(creates(true, PASSWORD), issues("aa", null), out, in)
        .when(judges(LATER, "aa"))
        .answers(state(true).sessionsEnded());
  }

  @Test
  void aNewPasswordAndBeingShutOutEndAllPageSessions() {
    Secret other = new Secret(new Sealed("1.k", 1, "CCCC", null));
    Story.of(Account.class)
        .given(
            creates(true, PASSWORD),
            new ChangePassword(ID, LATER, other),
            new SetActive(ID, LATER, false),
            new SetActive(ID, LATER, true),
            new ChangeAccount(ID, LATER, null, false, List.of(2L), PERMISSIONS))
        .when(new RecordSignIn(ID, LATER, null))
        .answers(new AccountState(ID, false, false, true, PERMISSIONS, List.of(2L), 2));
  }

  @Test
  void aTokenThatWasRevokedIsToldFromOneThatNeverWas() {
    alice()
        .given(issues("aa", null), new RevokeTokens(ID, LATER, null))
        .when(judges(LATER, "aa"))
        .refused(Refusal.TOKEN_REVOKED);
    Story.of(Account.class)
        .given(creates(true, PASSWORD))
        .when(judges(LATER, "aa"))
        .refused(Refusal.TOKEN_UNKNOWN);
  }
}
