// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.client.model.Updates;
import daybook.projections.store.Batch;
import daybook.projections.store.Column;
import daybook.projections.store.ViewStore.Parked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What one batch changes in one record: {@code _id} (the key), {@code event} (the index of the last
 * event whose effect is in it), {@code document} (its JSON) and its columns, {@code parked}. All of
 * it is written at once, so a record is always what the fold made of the events up to {@code
 * event}.
 */
final class Change {
  static final String KEY = "_id";
  static final String EVENT = "event";
  static final String DOCUMENT = "document";
  static final String PARKED = "parked";
  static final String PARKED_EVENT = "event";
  static final String PARKED_ERROR = "error";

  private final Document set = new Document();
  private final List<String> unset = new ArrayList<>();

  private Change(long event) {
    set.append(EVENT, event);
  }

  /** The changes of a batch by key. */
  static Map<String, Change> of(Batch batch, List<Column> columns) {
    Map<String, Change> changes = new HashMap<>();
    for (Batch.Document put : batch.put()) {
      change(changes, put.key(), batch).put(put, columns);
    }
    batch.removed().forEach(key -> change(changes, key, batch).remove(columns));
    batch.parked().forEach((key, parked) -> change(changes, key, batch).park(parked));
    batch.unparked().forEach(key -> change(changes, key, batch).unset.add(PARKED));
    return changes;
  }

  private static Change change(Map<String, Change> changes, String key, Batch batch) {
    return changes.computeIfAbsent(key, k -> new Change(batch.position()));
  }

  private void put(Batch.Document document, List<Column> columns) {
    set.append(DOCUMENT, new String(document.json(), StandardCharsets.UTF_8));
    for (Column column : columns) {
      Object value = document.columns().get(column.name());
      if (value == null) {
        unset.add(column.name());
      } else {
        set.append(column.name(), value);
      }
    }
  }

  private void remove(List<Column> columns) {
    unset.add(DOCUMENT);
    columns.forEach(column -> unset.add(column.name()));
  }

  private void park(Parked parked) {
    set.append(
        PARKED, new Document(PARKED_EVENT, parked.index()).append(PARKED_ERROR, parked.error()));
  }

  /** Whether a record that isn't there needs to be made. */
  boolean keepsSomething() {
    return set.size() > 1;
  }

  Bson update() {
    List<Bson> updates = new ArrayList<>();
    set.forEach((name, value) -> updates.add(Updates.set(name, value)));
    unset.forEach(name -> updates.add(Updates.unset(name)));
    return Updates.combine(updates);
  }

  Document newRecord(String key) {
    Document made = new Document(KEY, key);
    made.putAll(set);
    return made;
  }
}
