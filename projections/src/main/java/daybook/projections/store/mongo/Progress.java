// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import daybook.projections.store.Column;
import daybook.projections.store.StoreFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * How far one generation is: its record in {@code generations}. The position moves by
 * compare-and-set, so however many servers write one view, it never goes back.
 */
final class Progress {
  static final String COLLECTION = "generations";
  private static final String KEY = "_id";
  private static final String POSITION = "position";
  private static final String COMPLETE = "complete";
  private static final String COLUMNS = "columns";
  private static final int DUPLICATE = 11_000;
  private static final int ATTEMPTS = 10;

  private final MongoCollection<Document> generations;
  private final String name;
  private long known;

  private Progress(MongoCollection<Document> generations, String name) {
    this.generations = generations;
    this.name = name;
  }

  /** Opens the record of a generation, or begins it. */
  static Progress open(MongoCollection<Document> generations, String name, List<Column> columns) {
    Progress progress = new Progress(generations, name);
    if (progress.record() == null) {
      Document begun =
          new Document(KEY, name)
              .append(POSITION, 0L)
              .append(COMPLETE, false)
              .append(COLUMNS, columns.stream().map(Column::name).toList());
      try {
        generations.insertOne(begun);
      } catch (MongoWriteException | DuplicateKeyException e) {
        if (e.getCode() != DUPLICATE) {
          throw e;
        }
      }
    }
    progress.known = progress.position();
    return progress;
  }

  static boolean hasColumns(
      MongoCollection<Document> generations, String name, List<Column> columns) {
    Document record = new Progress(generations, name).record();
    Set<String> wanted = new HashSet<>();
    columns.forEach(column -> wanted.add(column.name()));
    return record != null && wanted.equals(Set.copyOf(record.getList(COLUMNS, String.class)));
  }

  /** The farthest position of all generations. */
  static long farthest(MongoCollection<Document> generations) {
    long farthest = 0;
    for (Document record : generations.find()) {
      farthest = Math.max(farthest, record.getLong(POSITION));
    }
    return farthest;
  }

  private Document record() {
    return generations.find(Filters.eq(KEY, name)).first();
  }

  long position() {
    Document record = record();
    return record == null ? 0 : record.getLong(POSITION);
  }

  boolean isComplete() {
    Document record = record();
    return record != null && record.getBoolean(COMPLETE, false);
  }

  void complete() {
    generations.updateOne(Filters.eq(KEY, name), Updates.set(COMPLETE, true));
  }

  /**
   * Moves the position forward. Where another server has moved it further, it stays: what that one
   * has folded is the same log.
   */
  void advance(long to) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (to < known || moved(to)) {
        return;
      }
      known = required().getLong(POSITION);
    }
    throw new StoreFailure("other servers keep moving the view " + name, null);
  }

  /**
   * The record.
   *
   * @throws StoreFailure when the generation was dropped
   */
  Document required() {
    Document record = record();
    if (record == null) {
      throw new StoreFailure(
          "the view " + name + " is in the database no more: restart this server", null);
    }
    return record;
  }

  private boolean moved(long to) {
    boolean moved =
        generations
                .updateOne(
                    Filters.and(Filters.eq(KEY, name), Filters.eq(POSITION, known)),
                    Updates.set(POSITION, to))
                .getMatchedCount()
            == 1;
    known = moved ? to : known;
    return moved;
  }
}
