// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Leases;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Vault;
import daybook.domain.restore.RestoreIntent.RecordRestore;
import daybook.ops.files.OwnerOnly;
import daybook.ops.keys.KeyStore;
import daybook.ops.keys.RefusalKeys;
import daybook.ops.keys.SealedVault;
import daybook.ops.keys.Shredder;
import daybook.ops.log.axon.ClockGuard;
import daybook.ops.log.axon.Wiring;
import daybook.ops.log.json.EventCodec;
import daybook.ops.log.lease.PostgresLeases;
import daybook.ops.log.store.BackupMark;
import daybook.ops.log.store.LogStore;
import daybook.ops.log.store.StoredLog;
import daybook.ops.postgres.Postgres;
import io.micrometer.core.instrument.DistributionSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A home, opened: the log, the keys, and the aggregates over them. Everything lies under one
 * folder, {@code log.db}, {@code keys.db}, {@code master.key}, {@code cache.db}, unless log or keys
 * lie in PostgreSQL; one process has a folder open at a time, though several may share a log.
 */
public final class OpenLog implements AutoCloseable {
  private final Closing closing;
  private final LogStore store;
  private final StoredLog log;
  private final KeyStore keys;
  private final SealedVault vault;
  private final ClockGuard clock;
  private final Intents intents;
  private final Shredder shredder;
  private final Leases leases;
  private final String logUrl;

  private OpenLog(Path home, LogSettings settings, Closing closing)
      throws IOException, SQLException {
    this.closing = closing;
    this.logUrl = settings.logUrl();
    closing.add(LogLock.take(home));
    String node = settings.severalNodes() ? NodeName.in(home) : "";
    DistributionSummary groups =
        DistributionSummary.builder("daybook.log.group").register(settings.meters());
    this.store =
        closing.add(
            LogStore.open(
                settings.logUrl(),
                home.resolve("log.db"),
                node,
                settings.limits(),
                groups::record));
    requireWhole(store);
    EventCodec codec = new EventCodec(settings.events(), settings.upcasters());
    this.log = new StoredLog(store, codec);
    this.keys =
        closing.add(
            KeyStore.open(settings.keysUrl(), home, settings.masterKey(), store.head() > 0, node));
    this.vault = new SealedVault(keys);
    this.clock = new ClockGuard(settings.clock(), settings.monotonicNanos(), store::headTime);
    Wiring wiring =
        closing.add(
            Wiring.of(
                store,
                home.resolve("cache.db"),
                codec,
                settings.aggregates(),
                settings.cachedAggregates(),
                settings.clock(),
                clock,
                settings.meters()));
    this.intents = wiring.intents();
    this.shredder = new Shredder(keys, intents, log::shredded, settings.clock());
    beginQuarantine(settings.clock().instant());
    shredder.applyAgain();
    this.leases = store.isShared() ? leases(settings.logUrl(), node) : Leases.ALWAYS;
    if (store.isShared()) {
      wiring.intents().onDroppedKey(shredder::applyAgain);
      store.onOthers(closing.add(new OthersShreddings(shredder::applyAgain)));
    }
    closing.add(new RefusalKeys(keys, settings.clock())).start();
  }

  private static void requireWhole(LogStore store) {
    long restored = store.mark().map(BackupMark::events).orElse(0L);
    if (store.head() < restored) {
      throw new IllegalStateException(
          "The restore of this log was interrupted, it has %d of %d events: run ops/daybook restore again."
              .formatted(store.head(), restored));
    }
  }

  /** The first event of a restored log says so; what is in it already was restored. */
  private void beginQuarantine(Instant now) {
    Optional<BackupMark> restored = store.mark().filter(mark -> mark.events() == store.head());
    if (restored.isPresent()) {
      Instant afterAll = store.headTime().plusMillis(1);
      Outcome<Void> told =
          intents.send(
              new RecordRestore(
                  now,
                  restored.get().events(),
                  restored.get().time(),
                  now.isBefore(afterAll) ? afterAll : now),
              Origin.of(Actor.server(), UUID.randomUUID().toString()).causedBy("restore"));
      if (!told.isAccepted()) {
        throw new IllegalStateException("the restored log can't be begun: " + told.refusal());
      }
    }
  }

  private Leases leases(String url, String node) {
    PostgresLeases shared = closing.add(new PostgresLeases(url, node, store::catchUp));
    shared.start();
    return shared;
  }

  /** Opens a home with the system's clock, and makes it when it isn't there. */
  public static OpenLog at(Path home) {
    return in(home).open();
  }

  /** Opens a home in another way than the usual one. */
  public static OpenLogBuilder in(Path home) {
    return new OpenLogBuilder(home);
  }

  static OpenLog open(Path home, LogSettings settings) {
    Closing closing = new Closing();
    try {
      OwnerOnly.folder(home);
      return new OpenLog(home, settings, closing);
    } catch (IOException | SQLException e) {
      closing.close();
      throw new IllegalStateException(
          "Daybook can't open its home " + home.toAbsolutePath() + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  public Log log() {
    return log;
  }

  public Intents intents() {
    return intents;
  }

  public Vault vault() {
    return vault;
  }

  public KeyChest keyChest() {
    return keys;
  }

  /** The keys as they are stored. */
  public KeyStore keys() {
    return keys;
  }

  /** Erases a device's data by dropping its keys. */
  public Shredder shredder() {
    return shredder;
  }

  /** What this node does for all. */
  public Leases leases() {
    return leases;
  }

  /** Does something while no other node does anything under the same name. */
  public <T> T alone(String name, Supplier<T> work) {
    if (!store.isShared()) {
      return work.get();
    }
    try (Connection connection = new Postgres("daybook.log_url", logUrl).reader()) {
      return Postgres.alone(connection, name, work);
    } catch (SQLException e) {
      throw new IllegalStateException("the log's database failed: " + e.getMessage(), e);
    }
  }

  /** The name of this node; empty when it is the only one. */
  public Optional<String> node() {
    return store.isShared() ? Optional.of(keys.node()) : Optional.empty();
  }

  /** Whether the server's clock is trusted, and how an operator confirms it. */
  public ClockGuard clockGuard() {
    return clock;
  }

  /** The rows of the log, bytes as stored. */
  public LogStore store() {
    return store;
  }

  /** Why nothing can be written any more, in a sentence; empty while all is well. */
  public Optional<String> refusing() {
    return Optional.ofNullable(store.commits().refusing()).or(clock::distrust);
  }

  /** Ends after the events that are being written; those who still wait are told. */
  @Override
  public void close() {
    closing.close();
  }
}
