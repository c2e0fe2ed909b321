// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.domain.KeyChest;
import daybook.domain.Subject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The open key store. A data key is durable before it is used first; a dropped one leaves the
 * caches with the tables. All work on the tables is done under one lock; what is cached needs none.
 */
public final class KeyStore implements KeyChest, AutoCloseable {
  private static final int CACHED = 50_000;
  private static final int ID_BYTES = 12;
  private static final String NODE = "node";

  private record Slot(String subject, KeyClass keyClass, int year) {}

  private final KeyTables tables;
  private final RootKey root;
  private final String node;
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock lock = new ReentrantLock();
  private final Cache<String, Optional<DataKey>> byId = cache();
  private final Cache<Slot, DataKey> present = cache();
  private final Cache<String, Integer> generations = cache();

  private KeyStore(KeyTables tables, RootKey root, String node) {
    this.tables = tables;
    this.root = root;
    this.node = node.isEmpty() ? node(tables) : node;
  }

  /**
   * Opens the key store, with {@code master.key} in a folder; makes both when there is neither.
   *
   * @param url of PostgreSQL; empty: {@code keys.db} in the folder
   * @param environment the master key of the environment in base64, or null
   * @param needed whether keys must be there, for something was sealed with them
   * @throws KeysUnusable when they are missing, or the master key is missing or another one
   */
  public static KeyStore open(String url, Path home, String environment, boolean needed)
      throws SQLException {
    return open(url, home, environment, needed, "");
  }

  /**
   * The same.
   *
   * @param node this node's name, where others share the keys; empty: this one has them for itself
   */
  public static KeyStore open(
      String url, Path home, String environment, boolean needed, String node) throws SQLException {
    Path file = home.resolve("keys.db");
    if (needed && url.isEmpty() && Files.notExists(file)) {
      throw new KeysUnusable(SqliteKeys.missing(file));
    }
    KeyDatabase database = KeyDatabase.open(url, file, !node.isEmpty());
    try {
      return database.alone("set-up", () -> setUp(database, home, environment, needed, node));
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static KeyStore setUp(
      KeyDatabase database, Path home, String environment, boolean needed, String node) {
    KeyTables tables = KeyTables.open(database);
    if (needed && RootKey.isMissing(tables)) {
      throw new KeysUnusable(database.missing());
    }
    return new KeyStore(
        tables, RootKey.open(tables, home.resolve("master.key"), environment), node);
  }

  /** The subject's present key of a class; made when it is needed first. */
  DataKey present(Subject subject, KeyClass keyClass, int year) {
    Slot slot = new Slot(subject.value(), keyClass, year);
    DataKey cached = present.getIfPresent(slot);
    return cached != null ? cached : locked(() -> findOrMake(slot));
  }

  /** The key with an id; empty when it was dropped. */
  Optional<DataKey> key(String id) {
    Optional<DataKey> cached = byId.getIfPresent(id);
    return cached != null ? cached : locked(() -> find(id));
  }

  int generation(Subject subject) {
    Integer cached = generations.getIfPresent(subject.value());
    return cached != null ? cached : locked(() -> findGeneration(subject.value()));
  }

  /** Does something while nobody else makes or drops a key. */
  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Does something while nobody, on whatever node, makes or drops a key of a subject. */
  <T> T alone(String subject, Supplier<T> work) {
    return locked(() -> tables.alone("keys of " + subject, work));
  }

  private DataKey findOrMake(Slot slot) {
    WrappedKey wrapped =
        find(slot)
            .orElseGet(() -> alone(slot.subject(), () -> find(slot).orElseGet(() -> make(slot))));
    DataKey key = unwrap(wrapped);
    present.put(slot, key);
    byId.put(key.id(), Optional.of(key));
    return key;
  }

  private Optional<WrappedKey> find(Slot slot) {
    return tables.find(
        slot.subject(), slot.keyClass(), findGeneration(slot.subject()), slot.year());
  }

  private WrappedKey make(Slot slot) {
    int generation = findGeneration(slot.subject());
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = generation + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    byte[] wrapped = root.wrap(RootKey.random(), context(id, slot.subject(), slot.keyClass()));
    return tables.insertIfAbsent(
        new WrappedKey(id, slot.subject(), slot.keyClass(), generation, slot.year(), wrapped));
  }

  private Optional<DataKey> find(String id) {
    Optional<DataKey> key = tables.key(id).map(this::unwrap);
    byId.put(id, key);
    return key;
  }

  private int findGeneration(String subject) {
    int generation = tables.generation(subject);
    generations.put(subject, generation);
    return generation;
  }

  private DataKey unwrap(WrappedKey key) {
    return DataKey.of(
        key, root.unwrap(key.wrapped(), context(key.id(), key.subject(), key.keyClass())));
  }

  private static byte[] context(String id, String subject, KeyClass keyClass) {
    return Fields.of("data", id, subject, keyClass.word());
  }

  @Override
  public List<String> keyIds(Subject subject) {
    return locked(
        () -> {
          int generation = tables.generation(subject.value());
          return tables.ofSubject(subject.value()).stream()
              .filter(key -> key.generation() == generation)
              .map(WrappedKey::id)
              .toList();
        });
  }

  @Override
  public void drop(Subject subject, int generation, List<String> keyIds) {
    dropAll(List.of(new Dropping(subject, generation, keyIds)));
  }

  /** What one shredding drops. */
  record Dropping(Subject subject, int generation, List<String> keyIds) {}

  /** As {@link #drop}, many at once; what is dropped already costs a look. */
  void dropAll(List<Dropping> droppings) {
    locked(
        () -> {
          boolean any = false;
          for (Dropping dropping : droppings) {
            any |= dropOne(dropping);
          }
          if (any) {
            tables.erase();
          }
          return any;
        });
  }

  private boolean dropOne(Dropping dropping) {
    String subject = dropping.subject().value();
    boolean gone =
        tables.generation(subject) > dropping.generation()
            && dropping.keyIds().stream().allMatch(id -> tables.key(id).isEmpty());
    if (gone) {
      if (isKnown(subject, dropping)) {
        forget(subject, dropping.keyIds()); // another node has dropped them
      }
      return false;
    }
    tables.drop(subject, dropping.keyIds(), dropping.generation() + 1);
    forget(subject, dropping.keyIds());
    return true;
  }

  private boolean isKnown(String subject, Dropping dropping) {
    Integer generation = generations.getIfPresent(subject);
    return (generation != null && generation <= dropping.generation())
        || dropping.keyIds().stream()
            .anyMatch(id -> byId.asMap().getOrDefault(id, Optional.empty()).isPresent());
  }

  /** Drops all keys of the subjects that begin so and that the test names. */
  void dropSubjects(String prefix, java.util.function.Predicate<String> old) {
    locked(
        () -> {
          List<String> subjects = tables.subjects(prefix).stream().filter(old).toList();
          for (String subject : subjects) {
            List<String> ids = tables.ofSubject(subject).stream().map(WrappedKey::id).toList();
            tables.dropAll(subject);
            forget(subject, ids);
          }
          if (!subjects.isEmpty()) {
            tables.erase();
          }
          return subjects;
        });
  }

  private void forget(String subject, List<String> ids) {
    ids.forEach(id -> byId.put(id, Optional.empty()));
    present.asMap().keySet().removeIf(slot -> slot.subject().equals(subject));
    generations.invalidate(subject);
  }

  @Override
  public void keep(String keyId, byte[] privateKey) {
    locked(
        () -> {
          Optional<byte[]> former = fetch(keyId);
          if (former.isEmpty()) {
            tables.keepPrivateKey(keyId, root.wrap(privateKey, Fields.of("private", keyId)));
          } else if (!Arrays.equals(former.get(), privateKey)) {
            throw new IllegalStateException("another private key is kept as " + keyId);
          }
          return keyId;
        });
  }

  @Override
  public Optional<byte[]> fetch(String keyId) {
    return locked(
        () ->
            tables
                .privateKey(keyId)
                .map(wrapped -> root.unwrap(wrapped, Fields.of("private", keyId))));
  }

  @Override
  public void forget(String keyId) {
    locked(
        () -> {
          if (tables.privateKey(keyId).isPresent()) {
            tables.dropPrivateKey(keyId);
            tables.erase();
          }
          return keyId;
        });
  }

  /** Encrypts what a backup says of itself, so that nobody else can have written it. */
  public String sealMark(String statement) {
    return Base64.getEncoder()
        .encodeToString(
            root.wrap(statement.getBytes(StandardCharsets.UTF_8), KeyBackup.MARK_CONTEXT));
  }

  /**
   * Copies all keys, still wrapped, into a new file of SQLite, while others go on using them.
   *
   * @param events the head of a log all of whose events were sealed with what is copied
   * @return how many keys were copied
   */
  public long backUp(Path file, long events) throws SQLException {
    return tables.backUp(file, events);
  }

  @Override
  public String node() {
    return node;
  }

  private static String node(KeyTables tables) {
    Optional<byte[]> kept = tables.fact(NODE);
    if (kept.isPresent()) {
      return new String(kept.get(), StandardCharsets.US_ASCII);
    }
    byte[] bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    String made = HexFormat.of().formatHex(bytes);
    tables.keepFact(NODE, made.getBytes(StandardCharsets.US_ASCII));
    return made;
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder().maximumSize(CACHED).build();
  }

  @Override
  public void close() throws SQLException {
    lock.lock();
    try {
      tables.close();
    } finally {
      lock.unlock();
    }
  }
}
