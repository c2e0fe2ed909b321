// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import daybook.domain.Actor;
import daybook.domain.LogEntry;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.opening.Opener;
import daybook.projections.projector.DocumentProjection;
import daybook.projections.projector.LogProjector;
import daybook.projections.store.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever part of a batch was written when the server died, the view comes out the same: even for
 * a fold that counts, which none of Daybook's does, so that an event folded twice would show.
 */
class MongoCrashTest {
  private static final DeviceConnected EVENT = new DeviceConnected(Channel.DEVICE);
  private static final String GENERATION = "tally-v1";

  private final MemoryLog log = new MemoryLog();
  private final String url = MongoServers.newDatabase();
  private final List<Story> devices = new ArrayList<>();
  private Mongo mongo;
  private MongoCollection<Document> records;
  private LongPredicate broken = index -> false;

  @BeforeEach
  void connect() {
    mongo = Mongo.open(new MongoUrl("test", url));
    records = mongo.database().getCollection(GENERATION);
    for (int i = 0; i < 6; i++) {
      devices.add(new Story(log, i + 1));
    }
  }

  @AfterEach
  void drop() {
    mongo.database().drop();
    mongo.close();
  }

  @Test
  void anyPartOfABatchMayBeThere() {
    for (int device : List.of(0, 1, 2, 3, 4, 0, 1)) {
      devices.get(device).says(EVENT);
    }
    assertThat(view()).hasSize(5);
    final long position = log.head();
    final Map<Object, Document> before = stored();

    devices.get(0).says(EVENT);
    devices.get(1).says(EVENT); // the third: its document is dropped
    long parks = devices.get(2).says(EVENT).index();
    broken = index -> index == parks;
    devices.get(2).says(EVENT);
    Story shredded = devices.get(3);
    shredded.says(EVENT);
    shredded.happens(new DeviceShredded(1, List.of(shredded.keyId())), Actor.server());
    devices.get(5).says(EVENT);
    view();
    final long end = log.head();
    final Map<Object, Document> after = stored();

    devices.forEach(device -> device.says(EVENT));
    Map<String, String> whole = view();
    assertThat(whole.get(key(0))).isEqualTo("{\"events\":1}"); // dropped by its third, like key(1)
    assertThat(whole.get(key(2))).isEqualTo("{\"events\":1} parked at " + parks);
    for (int mask = 0; mask < 64; mask++) {
      asWrittenInPart(mask, position, end, before, after);
      assertThat(view()).as("records written: " + Integer.toBinaryString(mask)).isEqualTo(whole);
    }
  }

  private String key(int device) {
    return devices.get(device).device().stream().value();
  }

  private Map<Object, Document> stored() {
    Map<Object, Document> stored = new HashMap<>();
    records.find().forEach(record -> stored.put(record.get("_id"), record));
    return stored;
  }

  /** Of each record of the mask the later state, of the others the former; and the position too. */
  private void asWrittenInPart(
      int mask,
      long position,
      long end,
      Map<Object, Document> before,
      Map<Object, Document> after) {
    records.deleteMany(new Document());
    for (int i = 0; i < devices.size(); i++) {
      boolean written = (mask & (1 << i)) != 0;
      Document record = (written ? after : before).get(key(i));
      if (written && record == null && before.containsKey(key(i))) {
        record = new Document("_id", key(i)).append("event", end); // dropped, not yet deleted
      }
      if (record != null) {
        records.replaceOne(Filters.eq(key(i)), record, new ReplaceOptions().upsert(true));
      }
    }
    mongo
        .database()
        .getCollection("generations")
        .updateOne(Filters.eq(GENERATION), Updates.set("position", position));
  }

  /** Opens the view, lets it follow the log, and tells what is in it. */
  private Map<String, String> view() {
    Opener opener = new Opener(new FakeVault());
    try (MongoViewStores stores =
            MongoViewStores.open(new MongoUrl("daybook.views_url", url), log);
        LogProjector projector =
            new LogProjector(
                log,
                opener,
                stores,
                List.of(new DocumentProjection<>(new Tallies(), stores, log, opener)))) {
      projector.start();
      Awaitility.await().until(() -> projector.position("tally") == log.head());
      Map<String, String> view = new HashMap<>();
      stores
          .open(GENERATION, List.of())
          .each(
              (key, json) ->
                  view.put(key, new String(json, java.nio.charset.StandardCharsets.UTF_8)));
      projector
          .parked("tally")
          .forEach(p -> view.merge(p.key(), " parked at " + p.index(), String::concat));
      return view;
    }
  }

  record Tally(long events) {}

  private final class Tallies implements Fold<Tally> {
    @Override
    public String name() {
      return "tally";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<Tally> document() {
      return Tally.class;
    }

    @Override
    public Handlers<Tally> handlers() {
      return new Handlers<Tally>()
          .on(
              DeviceConnected.class,
              (tally, event, opened) -> {
                if (broken.test(opened.entry().index())) {
                  throw new IllegalStateException("can't fold");
                }
                long events = tally == null ? 1 : tally.events() + 1;
                return events == 3 ? null : new Tally(events);
              });
    }

    @Override
    public String key(LogEntry entry) {
      return entry.stream().value();
    }

    @Override
    public List<Column> columns() {
      return List.of();
    }

    @Override
    public Map<String, Object> indexes(Tally tally) {
      return Map.of();
    }

    @Override
    public Optional<StreamId> stream(String key) {
      return devices.stream()
          .map(story -> story.device().stream())
          .filter(stream -> stream.value().equals(key))
          .findFirst();
    }
  }
}
