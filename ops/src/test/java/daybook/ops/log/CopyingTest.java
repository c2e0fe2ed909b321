// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Sealed;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.ops.keys.KeysUnusable;
import daybook.ops.log.Copying.Copied;
import daybook.ops.log.Copying.Place;
import daybook.ops.log.store.LogCopy;
import daybook.ops.log.store.MerkleLeaf;
import daybook.ops.log.store.StoredEvent;
import daybook.ops.postgres.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log and keys move between SQLite and PostgreSQL and back. */
class CopyingTest {
  private static final StreamId OTHER = StreamId.of("task", "two");

  @TempDir private Path home;
  @TempDir private Path elsewhere;
  private final List<String> steps = new ArrayList<>();
  private Place files;
  private Place database;

  @BeforeEach
  void places() throws Exception {
    files = new Place("", "", home);
    String url = PostgresServer.newDatabase();
    database = new Place(url, url, home);
  }

  @Test
  void whatWasCopiedThereAndBackHasTheSameOrderIdsLeavesAndKeys() throws Exception {
    Sealed sealed;
    List<String> leaves;
    try (OpenLog open = at(files)) {
      count(open, Homes.STREAM, 7);
      count(open, OTHER, 3);
      sealed = open.vault().secret(Subject.server(), "Counted", "a", bytes("hidden")).sealed();
      leaves = leaves(open);
    }

    assertThat(copy(files, database)).isEqualTo(new Copied(10, 1));
    try (OpenLog open = at(database)) {
      assertThat(leaves(open)).isEqualTo(leaves);
      assertThat(open.vault().open(sealed, "Counted", "a")).hasValue(bytes("hidden"));
      count(open, OTHER, 1);
      leaves = leaves(open);
    }

    Place back = new Place("", "", elsewhere);
    assertThat(copy(database, back)).isEqualTo(new Copied(11, 1));
    Files.copy(home.resolve("master.key"), elsewhere.resolve("master.key"));
    try (OpenLog open = at(back)) {
      assertThat(leaves(open)).isEqualTo(leaves);
      assertThat(open.vault().open(sealed, "Counted", "a")).hasValue(bytes("hidden"));
      count(open, OTHER, 1);
      assertThat(open.log().head()).isEqualTo(12);
    }
  }

  @Test
  void aCopyThatWasBegunGoesOnWhereItStood() throws Exception {
    try (OpenLog open = at(files)) {
      count(open, Homes.STREAM, 5);
    }
    copy(files, database);
    try (OpenLog open = at(files)) {
      count(open, Homes.STREAM, 5);
    }
    steps.clear();
    assertThat(copy(files, database).events()).isEqualTo(10);
    assertThat(steps).containsExactly("copied 10 of 10", "compared 10 of 10");
    steps.clear();
    assertThat(copy(files, database).events()).isEqualTo(10);
    assertThat(steps).containsExactly("compared 10 of 10");
  }

  @Test
  void aLogWithAnotherPastAndAPlaceThatIsInUseAreRefusedAndStayAsTheyAre() throws Exception {
    try (OpenLog open = at(files)) {
      count(open, Homes.STREAM, 2);
      assertThatThrownBy(() -> copy(files, database)).isInstanceOf(HomeInUse.class);
    }
    Place other = new Place(database.logUrl(), database.keysUrl(), elsewhere);
    try (OpenLog open = at(other)) {
      count(open, Homes.STREAM, 1);
    }
    assertThatThrownBy(() -> copy(files, database))
        .isInstanceOf(LogCopy.Mismatch.class)
        .hasMessageContaining("another past");
    try (OpenLog open = at(other)) {
      assertThat(open.log().head()).isEqualTo(1);
    }
  }

  @Test
  void otherKeysAreRefused() throws Exception {
    try (OpenLog open = at(files)) {
      count(open, Homes.STREAM, 1);
    }
    String keys = PostgresServer.newDatabase();
    at(new Place("", keys, elsewhere)).close();
    assertThatThrownBy(() -> copy(files, new Place(database.logUrl(), keys, home)))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("has other keys");
  }

  private Copied copy(Place from, Place to) throws Exception {
    return Copying.run(
        from, to, (step, index, head) -> steps.add("%s %d of %d".formatted(step, index, head)));
  }

  private static OpenLog at(Place place) {
    return Homes.in(place.folder()).logUrl(place.logUrl()).keysUrl(place.keysUrl()).open();
  }

  private static void count(OpenLog open, StreamId stream, int times) {
    for (int i = 0; i < times; i++) {
      open.intents().send(new Tally.Count(stream, Homes.NOW, 1, null), Homes.ORIGIN).reply();
    }
  }

  private static List<String> leaves(OpenLog open) {
    return open.store().after(0, 100).stream().map(CopyingTest::leaf).toList();
  }

  private static String leaf(StoredEvent row) {
    return row.index() + " " + HexFormat.of().formatHex(MerkleLeaf.of(row));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
