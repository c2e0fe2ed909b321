// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import daybook.projections.store.StoreFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Writes records, each at once, and never over one that holds more: what is there is updated under
 * that condition, what isn't is inserted. (An upsert under a condition would clash with what is
 * newer.)
 */
final class RecordWriter {
  private static final int AT_ONCE = 1_000;
  private static final int ROUNDS = 5;
  private static final int DUPLICATE = 11_000;

  private final MongoCollection<Document> records;

  RecordWriter(MongoCollection<Document> records) {
    this.records = records;
  }

  /**
   * @param event the index of the last event whose effect is in the changes
   */
  void write(Map<String, Change> changes, long event) {
    Map<String, Change> left = new HashMap<>(changes);
    for (int round = 0; !left.isEmpty(); round++) {
      if (round == ROUNDS) {
        throw new StoreFailure("another server writes the same records", null);
      }
      Map<String, Long> there = events(List.copyOf(left.keySet()));
      left.keySet().removeIf(key -> there.getOrDefault(key, 0L) > event);
      if (updated(left, there, event) & inserted(left, there)) {
        left.clear();
      }
    }
  }

  private Map<String, Long> events(List<String> keys) {
    Map<String, Long> events = new HashMap<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      List<String> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
      records
          .find(Filters.in(Change.KEY, some))
          .projection(Projections.include(Change.EVENT))
          .forEach(r -> events.put(r.getString(Change.KEY), r.getLong(Change.EVENT)));
    }
    return events;
  }

  private boolean updated(Map<String, Change> changes, Map<String, Long> there, long event) {
    List<UpdateOneModel<Document>> updates = new ArrayList<>();
    changes.forEach(
        (key, change) -> {
          if (there.containsKey(key)) {
            Bson notNewer =
                Filters.and(Filters.eq(Change.KEY, key), Filters.lte(Change.EVENT, event));
            updates.add(new UpdateOneModel<>(notNewer, change.update()));
          }
        });
    return updates.isEmpty()
        || records.bulkWrite(updates, new BulkWriteOptions().ordered(false)).getMatchedCount()
            == updates.size();
  }

  private boolean inserted(Map<String, Change> changes, Map<String, Long> there) {
    List<Document> inserts = new ArrayList<>();
    changes.forEach(
        (key, change) -> {
          if (!there.containsKey(key) && change.keepsSomething()) {
            inserts.add(change.newRecord(key));
          }
        });
    try {
      if (!inserts.isEmpty()) {
        records.insertMany(inserts, new InsertManyOptions().ordered(false));
      }
      return true;
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() == null
          && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE)) {
        return false;
      }
      throw e;
    }
  }

  /** Deletes records that hold nothing any more since an event or before. */
  void dropEmpty(long event) {
    records.deleteMany(empty(event));
  }

  private static Bson empty(long event) {
    return Filters.and(
        Filters.exists(Change.DOCUMENT, false),
        Filters.exists(Change.PARKED, false),
        Filters.lte(Change.EVENT, event));
  }
}
