// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.StreamId;
import daybook.domain.access.AccountDetails;
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
import daybook.domain.access.AccountIntent.ShowAccount;
import daybook.domain.access.AccountState;
import daybook.domain.access.ApiToken;
import daybook.domain.access.KeptPassword;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** A person or a program that may operate Daybook, its password, and its API tokens. */
public class Account extends EventSourced {
  /** Null while there is no such account. */
  private AccountState state;

  private Personal username;
  private Personal description;

  /** The stored name of the event for which the description was sealed. */
  private String describedIn;

  private KeptPassword password;
  private Instant createdAt;
  private Instant changedAt;
  private Instant signedInAt;
  private HeldTokens tokens = new HeldTokens();

  protected Account() {}

  public Account(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<AccountState> handle(DescribeAccount intent) {
    return state == null ? unknown() : Outcome.accepted(state);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<AccountDetails> handle(ShowAccount intent) {
    return state == null
        ? unknown()
        : Outcome.accepted(
            new AccountDetails(
                state,
                username,
                description,
                describedIn,
                password != null,
                createdAt,
                changedAt,
                signedInAt,
                tokens.all()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CreateAccount intent) {
    if (state != null) {
      return Outcome.refused(Refusal.NAME_TAKEN, "there is an account of this name");
    }
    record(
        new AccountCreated(
            intent.username(),
            intent.administrator(),
            intent.service(),
            intent.active(),
            intent.permissions(),
            intent.password(),
            intent.description(),
            intent.roles()),
        intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ChangeAccount intent) {
    if (state == null) {
      return unknown();
    }
    boolean same =
        state.administrator() == intent.administrator()
            && state.roles().equals(intent.roles())
            && state.permissions().equals(intent.permissions())
            && sameWords(description, intent.description());
    if (!same) {
      record(
          new AccountChanged(
              intent.description(), intent.administrator(), intent.roles(), intent.permissions()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ChangePassword intent) {
    if (state == null) {
      return unknown();
    }
    if (intent.password() != null || password != null) {
      record(new PasswordChanged(intent.password()), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(IssueToken intent) {
    if (state == null) {
      return unknown();
    }
    if (tokens.find(intent.tokenSha256()).isPresent()) {
      return Outcome.accepted();
    }
    if (tokens.full(intent.now())) {
      return Outcome.refused(
          Refusal.TOKENS_TOO_MANY, "the account has " + HeldTokens.MOST + " tokens already");
    }
    record(
        new ApiTokenIssued(intent.tokenSha256(), intent.name(), intent.expiresAt()), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Integer> handle(RevokeTokens intent) {
    return revoke(
        tokens.those(token -> intent.name() == null || intent.name().equals(token.name())),
        intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RevokeToken intent) {
    return revoke(tokens.those(token -> token.id().equals(intent.token())), intent.now())
        .map(one -> null);
  }

  private Outcome<Integer> revoke(List<ApiToken> revoked, Instant now) {
    if (state == null) {
      return unknown();
    }
    if (revoked.isEmpty()) {
      return noSuchToken();
    }
    revoked.forEach(token -> record(new ApiTokenRevoked(token.sha256(), token.name()), now));
    return Outcome.accepted(revoked.size());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordTokenUse intent) {
    Optional<ApiToken> token = tokens.find(intent.tokenSha256());
    if (token.isEmpty()) {
      return noSuchToken();
    }
    Instant today = intent.now().truncatedTo(ChronoUnit.DAYS);
    if (token.get().usedAt() == null || token.get().usedAt().isBefore(today)) {
      record(new ApiTokenUsed(intent.tokenSha256(), token.get().name()), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(SetActive intent) {
    if (state == null) {
      return unknown();
    }
    if (state.active() != intent.active()) {
      record(intent.active() ? new AccountActivated() : new AccountDeactivated(), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<AccountState> handle(JudgeToken intent) {
    Optional<ApiToken> token = tokens.find(intent.tokenSha256());
    if (state == null || token.isEmpty()) {
      return tokens
          .findRevoked(intent.tokenSha256())
          .<Outcome<AccountState>>map(
              it -> Outcome.refused(Refusal.TOKEN_REVOKED, "the token “" + it.name() + "”"))
          .orElseGet(Account::noSuchToken);
    }
    if (token.get().expired(intent.now())) {
      return Outcome.refused(
          Refusal.TOKEN_EXPIRED,
          "the token “%s”, at %s".formatted(token.get().name(), token.get().expiresAt()));
    }
    return state.active() ? Outcome.accepted(state) : inactive();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<KeptPassword> handle(AskPassword intent) {
    if (state == null) {
      return unknown();
    }
    if (!state.active()) {
      return inactive();
    }
    return password == null
        ? Outcome.refused(Refusal.PASSWORD_WRONG, "the account has no password")
        : Outcome.accepted(password);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<AccountState> handle(RecordSignIn intent) {
    if (state == null) {
      return unknown();
    }
    if (!state.active()) {
      return inactive();
    }
    record(new SignedIn(intent.provider()), intent.now());
    return Outcome.accepted(state);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof AccountCreated it) {
      created(it, time);
    } else if (event instanceof AccountChanged it) {
      description = it.description();
      describedIn = "AccountChanged";
      changedAt = time;
      state = state.holding(it.administrator(), it.permissions(), it.roles());
    } else if (event instanceof PasswordChanged it) {
      password = it.password() == null ? null : new KeptPassword(it.password(), "PasswordChanged");
      state = state.sessionsEnded();
    } else if (event instanceof ApiTokenIssued it) {
      tokens.issued(new ApiToken(it.tokenSha256(), it.name(), time, it.expiresAt(), null));
    } else if (event instanceof ApiTokenRevoked it) {
      tokens.revoked(it.tokenSha256());
    } else if (event instanceof ApiTokenUsed it) {
      tokens.used(it.tokenSha256(), time);
    } else if (event instanceof AccountActivated) {
      state = state.active(true);
      changedAt = time;
    } else if (event instanceof AccountDeactivated) {
      state = state.active(false).sessionsEnded();
      changedAt = time;
    } else if (event instanceof SignedIn) {
      signedInAt = time;
    }
  }

  private void created(AccountCreated it, Instant time) {
    AccountId id = AccountId.of(new StreamId(stream()));
    username = it.username();
    description = it.description();
    describedIn = "AccountCreated";
    password = it.password() == null ? null : new KeptPassword(it.password(), "AccountCreated");
    createdAt = time;
    changedAt = time;
    state =
        new AccountState(
            id, it.administrator(), it.service(), it.active(), it.permissions(), it.roles());
  }

  private static boolean sameWords(Personal before, Personal now) {
    return before == null ? now == null : now != null && before.sealed().sameAs(now.sealed());
  }

  private static <R> Outcome<R> noSuchToken() {
    return Outcome.refused(Refusal.TOKEN_UNKNOWN, "the account has no such token");
  }

  private static <R> Outcome<R> unknown() {
    return Outcome.refused(Refusal.UNKNOWN, "there is no such account");
  }

  private static <R> Outcome<R> inactive() {
    return Outcome.refused(Refusal.INACTIVE, "the account is not active");
  }
}
