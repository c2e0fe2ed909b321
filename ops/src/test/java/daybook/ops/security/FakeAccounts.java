// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

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
import daybook.domain.access.AccountIntent.JudgeToken;
import daybook.domain.access.AccountState;
import daybook.domain.access.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ports behind the doors, with accounts whose token is their name. */
final class FakeAccounts implements Intents, Vault, Directory, Catchup, Log {
  private static final List<Permission> SOME =
      List.of(Permission.VIEW_DEVICES, new Permission("mdm.view_thing"));

  private final Map<String, AccountId> tokens =
      Stream.of("admin", "viewer", "noperm", "expired", "inactive", "busy", "metrics")
          .collect(Collectors.toMap(FakeAccounts::sha256, AccountId::new));

  @Override
  @SuppressWarnings("unchecked")
  public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
    return intent instanceof JudgeToken token
        ? (Outcome<R>) judge(token.account())
        : Outcome.accepted();
  }

  private static Outcome<AccountState> judge(AccountId account) {
    return switch (account.value()) {
      case "admin" -> Outcome.accepted(new AccountState(account, true, false, true, List.of()));
      case "viewer" -> Outcome.accepted(new AccountState(account, false, false, true, SOME));
      case "noperm" -> Outcome.accepted(new AccountState(account, false, true, true, List.of()));
      case "metrics" ->
          Outcome.accepted(
              new AccountState(account, false, true, true, List.of(Permission.VIEW_METRICS)));
      case "expired" -> Outcome.refused(Refusal.TOKEN_EXPIRED, "expired");
      case "busy" -> Outcome.refused(Refusal.BUSY, "busy");
      default -> Outcome.refused(Refusal.INACTIVE, "inactive");
    };
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public DevicesOfTopic devicesByTopic(String topic, int most) {
    return new DevicesOfTopic(0, List.of());
  }

  @Override
  public Optional<StreamId> accountByToken(String tokenSha256) {
    return Optional.ofNullable(tokens.get(tokenSha256)).map(AccountId::stream);
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
  public boolean await(String feature, long index, Duration atMost) {
    return true;
  }

  @Override
  public long head() {
    return 0;
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

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    return Optional.empty();
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int generation(Subject subject) {
    return 1;
  }
}
