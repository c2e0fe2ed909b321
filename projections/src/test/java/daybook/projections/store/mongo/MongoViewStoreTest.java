// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.store.Batch;
import daybook.projections.store.Column;
import daybook.projections.store.Query;
import daybook.projections.store.StoreFailure;
import daybook.projections.store.ViewStore;
import daybook.projections.store.ViewStoreContract;
import daybook.projections.store.ViewStores;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds without transactions, over a server in memory. */
class MongoViewStoreTest extends ViewStoreContract {
  private final String url = url();
  private final MemoryLog log = new MemoryLog();
  private MongoViewStores opened;

  String url() {
    return MongoServers.newDatabase();
  }

  @Override
  protected ViewStores stores() {
    new Story(log, 1).enrolls();
    opened = open(log);
    return opened;
  }

  private MongoViewStores open(MemoryLog of) {
    return MongoViewStores.open(new MongoUrl("daybook.views_url", url), of);
  }

  @AfterEach
  void drop() {
    try (Mongo mongo = Mongo.open(new MongoUrl("test", url))) {
      mongo.database().drop();
    }
    opened.close();
  }

  @Test
  void aDocumentTellsHowFarItIsAndNoneThatIsNewerIsOverwritten() {
    ViewStore slower = opened.open("things-v1", columns());
    write(3, thing("a", "Ann", 1L, null));
    write(9, thing("a", "Bob", 2L, null));
    assertThat(store().held("a").event()).isEqualTo(9);
    assertThat(store().held("z")).isEqualTo(ViewStore.Held.NOTHING);

    Batch late = new Batch(List.of(thing("a", "Eve", 3L, null)), List.of(), Map.of(), List.of(), 5);
    slower.write(late);
    assertThat(store().find(Query.equal("name", "Bob"))).hasSize(1);
    assertThat(store().held("a").event()).isEqualTo(9);
    assertThat(store().position()).isEqualTo(9);
  }

  @Test
  void aWriteWhoseAcknowledgementWasLostIsNoOtherWriters() {
    write(3, thing("a", "Ann", 1L, null));
    try (Mongo mongo = Mongo.open(new MongoUrl("test", url))) {
      mongo
          .database()
          .getCollection("generations")
          .updateOne(Filters.eq("_id", "things-v1"), Updates.set("position", 7L));
    }
    write(8, thing("a", "Bob", 1L, null));
    assertThat(store().position()).isEqualTo(8);
  }

  @Test
  void aViewThatWasDroppedUnderARunningServerIsNotBegunInTheMiddle() {
    write(3, thing("a", "Ann", 1L, null));
    opened.delete("things-v1");
    assertThatThrownBy(() -> write(4, thing("b", "Bob", 1L, null)))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("restart this server");
    assertThat(opened.generations("things")).isEmpty();
    opened.delete("things-v1");
    assertThatThrownBy(() -> store().find(Query.all())).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(() -> store().count(Query.all())).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(() -> store().get("a")).isInstanceOf(StoreFailure.class);
  }

  @Test
  void whatIsRemovedLeavesNoRecordOnceAllAreWellPastIt() {
    write(3, thing("a", "Ann", 1L, null));
    store().write(new Batch(List.of(), List.of("a", "b"), Map.of(), List.of(), 5));
    assertThat(store().held("a").json()).isNull();
    assertThat(store().held("a").event())
        .as("so that no slower server writes it again")
        .isEqualTo(5);
    ViewStore slower = opened.open("things-v1", columns());
    slower.write(
        new Batch(List.of(thing("a", "Eve", 3L, null)), List.of(), Map.of(), List.of(), 4));
    assertThat(store().count(Query.all())).isZero();

    write(10_005);
    opened.open("things-v1", columns()).close();
    assertThat(store().held("a")).isEqualTo(ViewStore.Held.NOTHING);
  }

  @Test
  void columnsCantBeCalledAsARecordsOwnFields() {
    assertThatThrownBy(() -> opened.open("others-v1", List.of(Column.text("document"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("document");
  }

  @Test
  void aDatabaseBelongsToOneLog() {
    write(3, thing("a", "Ann", 1L, null));
    open(log).close();
    MemoryLog other = new MemoryLog();
    assertThatThrownBy(() -> open(other)).hasMessageContaining("views of another log");
    try (Mongo mongo = Mongo.open(new MongoUrl("test", url))) {
      mongo
          .database()
          .getCollection("log")
          .updateMany(new Document(), Updates.set("first_event", "x"));
    }
    assertThatThrownBy(() -> open(log)).hasMessageContaining("views of another log");
  }

  @Test
  void viewsOfMoreThanTheLogHasAreRefused() {
    write(log.head() + 1, thing("a", "Ann", 1L, null));
    assertThatThrownBy(() -> open(log))
        .hasMessageContaining("and the log has " + log.head() + ": drop that database");
  }

  private static List<Column> columns() {
    return List.of(Column.text("name"), Column.number("due"), Column.searched("words"));
  }
}
