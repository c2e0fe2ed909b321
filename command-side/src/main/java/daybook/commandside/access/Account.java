// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.access.AccountEvent.AccountActivated;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.AccountDeactivated;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.ApiTokenRevoked;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.AskPassword;
import daybook.domain.access.AccountIntent.CreateAccount;
import daybook.domain.access.AccountIntent.DescribeAccount;
import daybook.domain.access.AccountIntent.IssueToken;
import daybook.domain.access.AccountIntent.JudgeToken;
import daybook.domain.access.AccountIntent.RecordSignIn;
import daybook.domain.access.AccountIntent.RevokeTokens;
import daybook.domain.access.AccountIntent.SetActive;
import daybook.domain.access.AccountState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** A person or a program that may operate Daybook, and its API tokens. */
public class Account extends EventSourced {
  /** Null while there is no such account. */
  private AccountState state;

  private Secret password;
  private List<Token> tokens = new ArrayList<>();

  /** An API token; {@code expiresAt} null: never. */
  record Token(String sha256, String name, Instant expiresAt) {
    boolean is(String otherSha256) {
      return MessageDigest.isEqual(bytes(sha256), bytes(otherSha256));
    }

    boolean expired(Instant now) {
      return expiresAt != null && !now.isBefore(expiresAt);
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

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
            intent.password()),
        intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(IssueToken intent) {
    if (state == null) {
      return unknown();
    }
    if (find(intent.tokenSha256()).isEmpty()) {
      record(
          new ApiTokenIssued(intent.tokenSha256(), intent.name(), intent.expiresAt()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Integer> handle(RevokeTokens intent) {
    if (state == null) {
      return unknown();
    }
    List<Token> revoked =
        tokens.stream()
            .filter(token -> intent.name() == null || intent.name().equals(token.name()))
            .toList();
    if (revoked.isEmpty()) {
      return Outcome.refused(Refusal.TOKEN_UNKNOWN, "the account has no such token");
    }
    revoked.forEach(
        token -> record(new ApiTokenRevoked(token.sha256(), token.name()), intent.now()));
    return Outcome.accepted(revoked.size());
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
    Optional<Token> token = find(intent.tokenSha256());
    if (state == null || token.isEmpty()) {
      return Outcome.refused(Refusal.TOKEN_UNKNOWN, "the account has no such token");
    }
    if (token.get().expired(intent.now())) {
      return Outcome.refused(Refusal.TOKEN_EXPIRED, "at " + token.get().expiresAt());
    }
    return state.active() ? Outcome.accepted(state) : inactive();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Secret> handle(AskPassword intent) {
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
    record(new SignedIn(), intent.now());
    return Outcome.accepted(state);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof AccountCreated it) {
      AccountId id = AccountId.of(new StreamId(stream()));
      password = it.password();
      state = new AccountState(id, it.administrator(), it.service(), it.active(), it.permissions());
    } else if (event instanceof ApiTokenIssued it) {
      tokens.add(new Token(it.tokenSha256(), it.name(), it.expiresAt()));
    } else if (event instanceof ApiTokenRevoked it) {
      tokens.removeIf(token -> token.sha256().equals(it.tokenSha256()));
    } else if (event instanceof AccountActivated) {
      state = state.active(true);
    } else if (event instanceof AccountDeactivated) {
      state = state.active(false);
    }
  }

  /** Looks at all of them, so that the time tells nothing. */
  private Optional<Token> find(String sha256) {
    return tokens.stream().filter(token -> token.is(sha256)).reduce((first, second) -> first);
  }

  private static <R> Outcome<R> unknown() {
    return Outcome.refused(Refusal.UNKNOWN, "there is no such account");
  }

  private static <R> Outcome<R> inactive() {
    return Outcome.refused(Refusal.INACTIVE, "the account is not active");
  }
}
