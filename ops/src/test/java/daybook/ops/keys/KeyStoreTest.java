// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key store: what it keeps, what it drops, and how it opens. */
class KeyStoreTest {
  private static final Subject A = new Subject("enrollment:A");

  @TempDir private Path home;

  @Test
  void keyIsOnDiskBeforeItIsUsed() throws SQLException {
    try (KeyStore keys = open(null)) {
      DataKey key = keys.present(A, KeyClass.SECRET, 0);
      try (KeyStore copy = open(null)) {
        assertThat(copy.key(key.id())).isPresent();
      }
    }
  }

  @Test
  void oneKeyIsMadeHoweverManyNeedItAtOnce() throws SQLException {
    try (KeyStore keys = open(null)) {
      List<CompletableFuture<String>> all =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> keys.present(A, KeyClass.PERSONAL, 2026).id()))
              .toList();
      assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
      assertThat(keys.keyIds(A)).hasSize(1);
    }
  }

  @Test
  void droppedKeysAreGoneFromFileAndWriteAheadLogAndDroppingAgainDoesNoHarm() throws Exception {
    try (KeyStore keys = open(null)) {
      String dropped = keys.present(A, KeyClass.SECRET, 0).id();
      String kept = keys.present(Subject.server(), KeyClass.SECRET, 0).id();
      assertThat(occursInFiles(dropped)).isTrue();
      keys.drop(A, 1, List.of(dropped));
      keys.drop(A, 1, List.of(dropped));
      assertThat(occursInFiles(dropped)).isFalse();
      assertThat(occursInFiles(kept)).isTrue();
      assertThat(keys.generation(A)).isEqualTo(2);
      assertThat(keys.present(A, KeyClass.SECRET, 0).id()).startsWith("2.");
    }
  }

  @Test
  void droppingAnOldGenerationAgainLeavesTheNextOneAlone() throws SQLException {
    try (KeyStore keys = open(null)) {
      List<String> first = List.of(keys.present(A, KeyClass.SECRET, 0).id());
      keys.drop(A, 1, first);
      String second = keys.present(A, KeyClass.SECRET, 0).id();
      keys.drop(A, 1, first);
      assertThat(keys.keyIds(A)).containsExactly(second);
      assertThat(keys.generation(A)).isEqualTo(2);
    }
  }

  @Test
  void onlyTheSubjectsOwnKeysAreDropped() throws SQLException {
    try (KeyStore keys = open(null)) {
      String ofServer = keys.present(Subject.server(), KeyClass.SECRET, 0).id();
      keys.drop(A, 1, List.of(ofServer));
      assertThat(keys.keyIds(Subject.server())).containsExactly(ofServer);
    }
  }

  @Test
  void privateKeysAreKeptWrappedAndNeverReplaced() throws Exception {
    byte[] key = "-----a private key-----".getBytes(StandardCharsets.UTF_8);
    try (KeyStore keys = open(null)) {
      keys.keep("ca-1", key);
      keys.keep("ca-1", key);
      assertThat(keys.fetch("ca-2")).isEmpty();
      assertThatThrownBy(() -> keys.keep("ca-1", new byte[] {1}))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(occursInFiles("a private key")).isFalse();
    try (KeyStore keys = open(null)) {
      assertThat(keys.fetch("ca-1")).hasValue(key);
    }
  }

  @Test
  void aForgottenPrivateKeyLeavesTheFiles() throws Exception {
    try (KeyStore keys = open(null)) {
      keys.keep("push-key-1", new byte[] {1});
      keys.keep("push-key-2", new byte[] {2});
      assertThat(occursInFiles("push-key-1")).isTrue();

      keys.forget("push-key-1");
      keys.forget("push-key-1");

      assertThat(keys.fetch("push-key-1")).isEmpty();
      assertThat(keys.fetch("push-key-2")).hasValue(new byte[] {2});
      assertThat(occursInFiles("push-key-1")).isFalse();
    }
  }

  @Test
  void nodeIsMadeOnce() throws SQLException {
    String node;
    try (KeyStore keys = open(null)) {
      node = keys.node();
    }
    try (KeyStore keys = open(null)) {
      assertThat(keys.node()).isEqualTo(node).matches("[0-9a-f]{16}");
    }
  }

  @Test
  void filesWithKeysAreForTheirOwnerOnly() throws Exception {
    try (KeyStore keys = open(null)) {
      assertThat(keys.node()).isNotEmpty();
      try (Stream<Path> files = Files.list(home)) {
        assertThat(files)
            .hasSizeGreaterThanOrEqualTo(3) // with SQLite's write-ahead log
            .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void keysThatAreNeededAndMissingStopTheStartWithASentence() throws SQLException {
    assertThatThrownBy(() -> KeyStore.open("", home, null, true))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("keys.db is missing: put it back into " + home);
    assertThat(home).isEmptyDirectory();
  }

  private KeyStore open(String environment) throws SQLException {
    return KeyStore.open("", home, environment, false);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void missingMasterKeyStopsTheStartWithASentence() throws Exception {
    open(null).close();
    Files.delete(home.resolve("master.key"));
    assertThatThrownBy(() -> open(null))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("The master key is missing: put it back as")
        .hasMessageContaining("DAYBOOK_MASTER_KEY");
    assertThat(home.resolve("master.key")).doesNotExist();
  }

  @Test
  void wrongMasterKeyStopsTheStartWithASentence() throws Exception {
    open(null).close();
    String other = Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> open(other))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("not the one that belongs to the keys");
    for (String broken : List.of("%%%", Base64.getEncoder().encodeToString(new byte[16]))) {
      assertThatThrownBy(() -> open(broken))
          .isInstanceOf(KeysUnusable.class)
          .hasMessageContaining("DAYBOOK_MASTER_KEY");
    }
  }

  @Test
  void masterKeyOfTheEnvironmentNeedsNoFile() throws Exception {
    String environment = Base64.getEncoder().encodeToString(new byte[32]);
    String id;
    try (KeyStore keys = open(environment)) {
      id = keys.present(A, KeyClass.SECRET, 0).id();
    }
    assertThat(home.resolve("master.key")).doesNotExist();
    try (KeyStore keys = open(environment)) {
      assertThat(keys.key(id)).isPresent();
    }
  }

  @Test
  void keyOfAMonthsRefusalsIsDropped90DaysAfterTheMonth() throws SQLException {
    try (KeyStore keys = open(null)) {
      String august = keys.present(Subject.refusals("2026-08"), KeyClass.SECRET, 0).id();
      String november = keys.present(Subject.refusals("2026-11"), KeyClass.SECRET, 0).id();
      String device = keys.present(A, KeyClass.SECRET, 0).id();

      retention(keys, "2026-11-29T23:59:59Z").dropOld();
      assertThat(keys.key(august)).isPresent();
      retention(keys, "2026-11-30T00:00:00Z").dropOld();
      assertThat(keys.key(august)).isEmpty();
      assertThat(keys.key(november)).isPresent();
      assertThat(keys.key(device)).isPresent();
    }
  }

  private static RefusalKeys retention(KeyStore keys, String now) {
    return new RefusalKeys(keys, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  private boolean occursInFiles(String text) throws IOException {
    for (String name : List.of("keys.db", "keys.db-wal")) {
      Path file = home.resolve(name);
      if (Files.exists(file)
          && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
        return true;
      }
    }
    return false;
  }
}
