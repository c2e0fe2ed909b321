// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.projections.store.Query.Comparison;
import daybook.projections.store.ViewStore.Parked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine that keeps views must do. */
public abstract class ViewStoreContract {
  private static final List<Column> COLUMNS =
      List.of(Column.text("name"), Column.number("due"), Column.searched("words"));
  private ViewStores stores;
  private ViewStore store;

  protected abstract ViewStores stores();

  /** The store that is open, and how to write to it. */
  protected ViewStore store() {
    return store;
  }

  /** More than fit into one round trip. */
  protected int many() {
    return 1_200;
  }

  @BeforeEach
  void open() {
    stores = stores();
    store = stores.open("things-v1", COLUMNS);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aNewStoreIsEmptyAndIncomplete() {
    assertThat(store.position()).isZero();
    assertThat(store.isComplete()).isFalse();
    assertThat(store.get("a")).isEmpty();
    assertThat(store.count(Query.all())).isZero();
    store.complete();
    assertThat(store.isComplete()).isTrue();
  }

  @Test
  void documentsAndPositionComeBackAfterAReopening() {
    write(7, thing("a", "Ann", 1L, "x"));
    store.close();
    store = stores.open("things-v1", COLUMNS);
    assertThat(store.position()).isEqualTo(7);
    assertThat(store.get("a")).hasValue(json("a"));
  }

  @Test
  void aDocumentIsReplacedAndRemoved() {
    write(1, thing("a", "Ann", 1L, null));
    write(2, thing("a", "Bob", 2L, null));
    assertThat(store.find(Query.equal("name", "Ann"))).isEmpty();
    assertThat(store.find(Query.equal("name", "Bob"))).hasSize(1);
    store.write(new Batch(List.of(), List.of("a"), Map.of(), List.of(), 3));
    assertThat(store.count(Query.all())).isZero();
    assertThat(store.position()).isEqualTo(3);
  }

  @Test
  void whatIsParkedStaysUntilItIsNot() {
    store.write(new Batch(List.of(), List.of(), Map.of("a", new Parked(5, "why")), List.of(), 6));
    assertThat(store.parked()).containsExactly(Map.entry("a", new Parked(5, "why")));
    store.write(new Batch(List.of(), List.of(), Map.of(), List.of("a"), 7));
    assertThat(store.parked()).isEmpty();
  }

  @Test
  void conditionsAllHold() {
    five();
    assertThat(keys(Query.atMost("due", 20L).orderBy(false, "due"))).containsExactly("a", "b");
    assertThat(keys(Query.atMost("due", 99L).and("name", Comparison.EQUAL, "odd")))
        .containsExactly("a", "c");
    assertThat(keys(Query.all().and("words", Comparison.CONTAINS, "50%_"))).containsExactly("d");
    assertThat(store.count(Query.equal("name", "odd").page(1, 0))).isEqualTo(3);
  }

  @Test
  void aNullMeetsNoCondition() {
    five();
    assertThat(keys(Query.atMost("due", Long.MAX_VALUE))).doesNotContain("e");
    assertThat(keys(Query.all().and("words", Comparison.CONTAINS, ""))).doesNotContain("a");
  }

  @Test
  void anOrderHasPagesAndPlacesToGoOnFrom() {
    five();
    Query latest = Query.atMost("due", 99L).orderBy(true, "due", "name");
    assertThat(keys(latest)).containsExactly("d", "c", "b", "a");
    assertThat(keys(latest.page(2, 1))).containsExactly("c", "b");
    assertThat(keys(latest.after(List.of(30L, "odd")))).containsExactly("b", "a");
    assertThat(keys(Query.all())).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void allDocumentsComeInTheOrderOfTheirKeys() {
    List<Batch.Document> many = new ArrayList<>();
    for (int i = many(); i > 0; i--) {
      many.add(thing("k%05d".formatted(i), "n", 1L, null));
    }
    store.write(new Batch(many, List.of(), Map.of(), List.of(), 1));
    List<String> keys = new ArrayList<>();
    store.each((key, document) -> keys.add(key));
    assertThat(keys).hasSize(many()).isSorted();
  }

  @Test
  void bulkChangesNothingButSpeed() {
    store.beginBulk();
    five();
    assertThat(keys(Query.equal("name", "even"))).containsExactly("b", "d");
    store.complete();
    assertThat(keys(Query.equal("name", "even"))).containsExactly("b", "d");
  }

  @Test
  void aFormerWriteIsRepeatedWithoutHarm() {
    five();
    five();
    assertThat(keys(Query.all())).containsExactly("a", "b", "c", "d", "e");
    assertThat(store.position()).isEqualTo(5);
  }

  @Test
  void aKeyMayBeParkedWithOrWithoutADocument() {
    Parked first = new Parked(5, "why");
    store.write(
        new Batch(
            List.of(thing("a", "Ann", 1L, null)),
            List.of("b"),
            Map.of("a", first, "b", first),
            List.of(),
            6));
    assertThat(store.get("a")).hasValue(json("a"));
    assertThat(store.get("b")).isEmpty();
    assertThat(store.parked()).containsOnlyKeys("a", "b");
    assertThat(store.count(Query.all())).isEqualTo(1);
    store.write(new Batch(List.of(), List.of("a"), Map.of(), List.of("b"), 7));
    assertThat(store.get("a")).isEmpty();
    assertThat(store.parked()).containsOnlyKeys("a");
  }

  @Test
  void aDocumentNeedsNoColumnsAndMayHoldAnyText() {
    byte[] any =
        "{\"a\":\"\u00e9 \u4e16 \ud83d\ude00 \\u0000 $.\"}".getBytes(StandardCharsets.UTF_8);
    store.write(
        new Batch(
            List.of(new Batch.Document("a.b$c", any, Map.of())),
            List.of(),
            Map.of(),
            List.of(),
            1));
    assertThat(store.get("a.b$c")).hasValue(any);
  }

  @Test
  void partsOfTextsAreFoundAsTheyAreWritten() {
    String odd = "a.b*c+(d)[e]{f}^g$h|i?j\\k";
    write(
        1, thing("a", "n", 1L, odd), thing("b", "n", 1L, "aXbbc"), thing("c", "n", 1L, "\u00c9a"));
    for (String part : List.of(".b*", "c+(", ")[e]", "{f}^", "g$h", "|i?", "?j\\k", odd)) {
      assertThat(keys(Query.all().and("words", Comparison.CONTAINS, part)))
          .as(part)
          .containsExactly("a");
    }
    assertThat(keys(Query.all().and("words", Comparison.CONTAINS, "\u00c9"))).containsExactly("c");
    assertThat(keys(Query.all().and("words", Comparison.CONTAINS, "A.B"))).isEmpty();
    assertThat(keys(Query.all().and("words", Comparison.CONTAINS, "a\0"))).isEmpty();
  }

  @Test
  void severalPartsAreAskedForAtOnce() {
    five();
    List<String> parts = List.of("ee", "50%");
    assertThat(keys(Query.all().and("words", Comparison.CONTAINS_ANY, parts)))
        .containsExactly("c", "d");
    assertThat(keys(Query.all().and("words", Comparison.CONTAINS_NONE, parts)))
        .as("an empty column has none of them")
        .containsExactly("a", "b", "e");
    assertThat(
            store.count(Query.equal("name", "odd").and("words", Comparison.CONTAINS_NONE, parts)))
        .isEqualTo(2);
  }

  @Test
  void nullsComeFirstAndMeetNoPlace() {
    five();
    assertThat(keys(Query.all().orderBy(false, "due"))).containsExactly("e", "a", "b", "c", "d");
    assertThat(keys(Query.all().orderBy(true, "due"))).containsExactly("d", "c", "b", "a", "e");
    assertThat(keys(Query.all().orderBy(true, "due").after(List.of(20L)))).containsExactly("a");
    assertThat(keys(Query.equal("due", null))).isEmpty();
    assertThat(keys(Query.all().page(0, 0))).isEmpty();
    assertThat(keys(Query.all().page(2, 4))).containsExactly("e");
    assertThat(keys(Query.all().and("due", Comparison.MORE_THAN, 30L))).containsExactly("d");
    assertThat(keys(Query.all().and("key", Comparison.MORE_THAN, "c"))).containsExactly("d", "e");
  }

  @Test
  void generationsAreListedComparedAndDeleted() {
    stores.open("things-v2-r1", COLUMNS).close();
    stores.open("thingsandmore-v1", List.of()).close();
    assertThat(stores.generations("things")).containsExactlyInAnyOrder("things-v1", "things-v2-r1");
    assertThat(stores.hasColumns("things-v2-r1", COLUMNS)).isTrue();
    assertThat(stores.hasColumns("things-v2-r1", List.of())).isFalse();
    stores.delete("things-v2-r1");
    assertThat(stores.generations("things")).containsExactly("things-v1");
  }

  @Test
  void anUnknownColumnIsADefect() {
    assertThatThrownBy(() -> store.find(Query.equal("nope", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void scrubbingSucceedsWhenNobodyReads() {
    five();
    assertThat(store.scrub()).isTrue();
  }

  protected void five() {
    write(
        5,
        thing("a", "odd", 10L, null),
        thing("b", "even", 20L, "bread"),
        thing("c", "odd", 30L, "cheese"),
        thing("d", "even", 40L, "50%_off"),
        thing("e", "odd", null, "eggs"));
  }

  protected void write(long position, Batch.Document... documents) {
    store.write(new Batch(List.of(documents), List.of(), Map.of(), List.of(), position));
  }

  private List<String> keys(Query query) {
    return store.find(query).stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> text.replaceAll(".*:\"(.*)\"}", "$1"))
        .toList();
  }

  protected static Batch.Document thing(String key, String name, Long due, String words) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("name", name);
    columns.put("due", due);
    columns.put("words", words);
    return new Batch.Document(key, json(key), columns);
  }

  private static byte[] json(String key) {
    return ("{\"key\":\"" + key + "\"}").getBytes(StandardCharsets.UTF_8);
  }
}
