// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.Origins;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.fake.MapKeyChest;
import daybook.commandside.refusal.RefusalSettings;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.AskPassword;
import daybook.domain.access.AccountIntent.CreateAccount;
import daybook.domain.access.AccountIntent.IssueToken;
import daybook.domain.access.AccountIntent.JudgeToken;
import daybook.domain.access.AccountIntent.RecordSignIn;
import daybook.domain.access.AccountIntent.RecordTokenUse;
import daybook.domain.access.AccountState;
import daybook.domain.access.KeptPassword;
import daybook.domain.access.RegisterIntent.FindAccount;
import daybook.domain.access.RegisterIntent.RegisterAccount;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.unit.DataSize;

/** The ports, in memory: one map of accounts, one of tokens, and a vault that locks nothing. */
final class FakeSeams implements Intents, Vault, Directory, Catchup, Log {
  final Map<AccountId, CreateAccount> accounts = new HashMap<>();
  final Map<String, AccountId> tokens = new HashMap<>();
  Origin lastOrigin;
  final List<AccountId> numbers = new ArrayList<>();
  boolean directoryKnows = true;
  final Set<AccountId> inactive = new HashSet<>();
  final List<RecordRefusal> refused = new CopyOnWriteArrayList<>();
  int uses;

  static Origins origins(FakeSeams seams, Clock clock) {
    DoorSettings settings =
        new DoorSettings(
            List.of(), DataSize.ofMegabytes(1), DataSize.ofMegabytes(16), DataSize.ofMegabytes(64));
    return new Origins(seams, new TrustedProxies(settings), clock);
  }

  static Refusals refusals(FakeSeams seams, Origins origins, Clock clock) {
    return new Refusals(
        seams,
        seams,
        new MapKeyChest(),
        origins,
        clock,
        new SimpleMeterRegistry(),
        new RefusalSettings(2_000, 20));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
    lastOrigin = origin;
    return (Outcome<R>) answer(intent);
  }

  private Outcome<?> answer(Intent<?> intent) {
    if (intent instanceof CreateAccount create) {
      return accounts.putIfAbsent(create.account(), create) == null
          ? Outcome.accepted()
          : Outcome.refused(Refusal.NAME_TAKEN, "taken");
    }
    if (intent instanceof IssueToken issue) {
      tokens.put(issue.tokenSha256(), issue.account());
      return Outcome.accepted();
    }
    if (intent instanceof RecordRefusal refusal) {
      refused.add(refusal);
      return Outcome.accepted();
    }
    if (intent instanceof JudgeToken judge) {
      return inactive.contains(judge.account())
          ? Outcome.refused(Refusal.INACTIVE, "inactive")
          : judge.account().equals(tokens.get(judge.tokenSha256()))
              ? Outcome.accepted(state(judge.account()))
              : Outcome.refused(Refusal.TOKEN_UNKNOWN, "unknown");
    }
    if (intent instanceof RegisterAccount register) {
      if (!numbers.contains(register.account())) {
        numbers.add(register.account());
      }
      return Outcome.accepted(numbers.indexOf(register.account()) + 1L);
    }
    if (intent instanceof FindAccount find) {
      return find.number() > 0 && find.number() <= numbers.size()
          ? Outcome.accepted(numbers.get((int) find.number() - 1))
          : Outcome.refused(Refusal.UNKNOWN, "unknown");
    }
    if (intent instanceof RecordTokenUse) {
      uses++;
      return Outcome.accepted();
    }
    if (intent instanceof AskPassword ask) {
      CreateAccount account = accounts.get(ask.account());
      if (inactive.contains(ask.account())) {
        return Outcome.refused(Refusal.INACTIVE, "inactive");
      }
      return account == null
          ? Outcome.refused(Refusal.UNKNOWN, "unknown")
          : Outcome.accepted(
              account.password() == null
                  ? null
                  : new KeptPassword(account.password(), "AccountCreated"));
    }
    return Outcome.accepted(state(((RecordSignIn) intent).account()));
  }

  AccountState state(AccountId id) {
    CreateAccount account = accounts.get(id);
    return new AccountState(
        id, account.administrator(), account.service(), account.active(), account.permissions());
  }

  private static Sealed sealed(byte[] plain, String eventName, String path) {
    return new Sealed(
        "1." + eventName + "." + path, 1, Base64.getEncoder().encodeToString(plain), null);
  }

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return new Personal(sealed(plain, eventName, path));
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    return new Secret(sealed(plain, eventName, path));
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return personal(subject, eventName, path, plain, now);
  }

  @Override
  public Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain) {
    return secret(subject, eventName, path, plain);
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    if (!sealed.k().equals("1." + eventName + "." + path)) {
      throw new IllegalArgumentException("moved");
    }
    return Optional.of(Base64.getDecoder().decode(sealed.c()));
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    return "f" + Integer.toHexString(new String(plain, StandardCharsets.UTF_8).hashCode());
  }

  @Override
  public int generation(Subject subject) {
    return 1;
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
  public DevicesOfTopic devicesByTopic(String topic, int most) {
    return new DevicesOfTopic(0, List.of());
  }

  @Override
  public Optional<StreamId> accountByToken(String tokenSha256) {
    return directoryKnows
        ? Optional.ofNullable(tokens.get(tokenSha256)).map(AccountId::stream)
        : Optional.empty();
  }

  @Override
  public boolean await(String feature, long index, Duration atMost) {
    return true;
  }

  @Override
  public long head() {
    return 1;
  }

  @Override
  public List<LogEntry> read(long after, int limit) {
    return List.of();
  }

  @Override
  public List<LogEntry> stream(StreamId stream, long fromSequence, int limit) {
    return List.of();
  }

  @Override
  public Optional<LogEntry> at(long index) {
    return Optional.empty();
  }

  @Override
  public AutoCloseable onAppend(Runnable wake) {
    return () -> {};
  }
}
