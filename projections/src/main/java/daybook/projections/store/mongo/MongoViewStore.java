// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import daybook.projections.store.Batch;
import daybook.projections.store.Column;
import daybook.projections.store.Query;
import daybook.projections.store.StoreFailure;
import daybook.projections.store.ViewStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One generation in one collection. A batch is not a transaction here: each record is written at
 * once, with the index up to which it holds, and the position comes last. What a crash leaves is
 * therefore records that are ahead of the position; {@link #held} tells how far, and the fold
 * leaves out what they have.
 */
final class MongoViewStore implements ViewStore {
  private static final String INDEX = "by_";
  private static final String NUMBER = "number";

  /** By how many events another server may be behind, and still be about to drop a document. */
  private static final long LAG = 10_000;

  private final MongoCollection<Document> records;
  private final Progress progress;
  private final List<Column> columns;
  private final RecordFilter filters;
  private final RecordWriter writer;
  private final Runnable claim;
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * @param claim is run before each write that says something of the log
   */
  MongoViewStore(
      MongoCollection<Document> records, Progress progress, List<Column> columns, Runnable claim) {
    this.records = records;
    this.progress = progress;
    this.columns = List.copyOf(columns);
    this.filters = new RecordFilter(columns);
    this.writer = new RecordWriter(records);
    this.claim = claim;
    String parked = Change.PARKED + "." + Change.PARKED_EVENT;
    records.createIndex(Indexes.ascending(parked), new IndexOptions().name(Change.PARKED));
    writer.dropEmpty(progress.position() - LAG);
  }

  @Override
  public long position() {
    return whileOpen(progress::position);
  }

  @Override
  public boolean isComplete() {
    return whileOpen(progress::isComplete);
  }

  @Override
  public Map<String, Parked> parked() {
    return whileOpen(
        () -> {
          Map<String, Parked> parked = new HashMap<>();
          String event = Change.PARKED + "." + Change.PARKED_EVENT;
          for (Document record : records.find(Filters.gte(event, 0L))) {
            Document why = record.get(Change.PARKED, Document.class);
            parked.put(
                record.getString(Change.KEY),
                new Parked(why.getLong(Change.PARKED_EVENT), why.getString(Change.PARKED_ERROR)));
          }
          return parked;
        });
  }

  @Override
  public Optional<byte[]> get(String key) {
    byte[] json = held(key).json();
    return Optional.ofNullable(json == null ? thereIs(null) : json);
  }

  @Override
  public Held held(String key) {
    return whileOpen(
        () -> {
          Document record =
              records
                  .find(Filters.eq(Change.KEY, key))
                  .projection(Projections.include(Change.DOCUMENT, Change.EVENT))
                  .first();
          return record == null
              ? Held.NOTHING
              : new Held(json(record), record.getLong(Change.EVENT));
        });
  }

  private static byte[] json(Document record) {
    String json = record.getString(Change.DOCUMENT);
    return json == null ? null : json.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<byte[]> find(Query query) {
    Bson filter = filters.filter(query, true);
    Bson sort = filters.sort(query);
    if (RecordFilter.isEmpty(query)) {
      return List.of();
    }
    return whileOpen(
        () -> {
          FindIterable<Document> found =
              records
                  .find(filter)
                  .sort(sort)
                  .skip((int) query.offset())
                  .projection(Projections.include(Change.DOCUMENT));
          if (query.limit() != Integer.MAX_VALUE) {
            found = found.limit(query.limit());
          }
          List<byte[]> documents = found.map(MongoViewStore::json).into(new ArrayList<>());
          return documents.isEmpty() ? thereIs(documents) : documents;
        });
  }

  @Override
  public long count(Query query) {
    Bson filter = filters.filter(query, false);
    return whileOpen(
        () -> {
          long count = records.countDocuments(filter);
          return count == 0 ? thereIs(count) : count;
        });
  }

  @Override
  public void each(BiConsumer<String, byte[]> document) {
    whileOpen(
        () -> {
          records
              .find(Filters.exists(Change.DOCUMENT))
              .sort(Sorts.ascending(Change.KEY))
              .projection(Projections.include(Change.DOCUMENT))
              .forEach(record -> document.accept(record.getString(Change.KEY), json(record)));
          return null;
        });
  }

  @Override
  public void write(Batch batch) {
    whileOpen(
        () -> {
          if (batch.position() > 0) {
            claim.run();
          }
          writer.write(Change.of(batch, columns), batch.position());
          progress.advance(batch.position());
          return null;
        });
  }

  @Override
  public void beginBulk() {
    whileOpen(
        () -> {
          for (Document index : records.listIndexes()) {
            String name = index.getString("name");
            if (name.startsWith(INDEX)) {
              records.dropIndex(name);
            }
          }
          return null;
        });
  }

  /** Lists are ordered by a column and, among equals, by number. */
  @Override
  public void complete() {
    boolean numbered = columns.stream().anyMatch(column -> column.name().equals(NUMBER));
    whileOpen(
        () -> {
          for (Column column : columns) {
            if (column.indexed()) {
              boolean second = numbered && !column.name().equals(NUMBER);
              records.createIndex(
                  second
                      ? Indexes.ascending(column.name(), NUMBER)
                      : Indexes.ascending(column.name()),
                  new IndexOptions().name(INDEX + column.name()));
            }
          }
          progress.complete();
          return null;
        });
  }

  /** Nothing was found: because there is none, or because another server dropped all of it? */
  private <T> T thereIs(T nothing) {
    progress.required();
    return nothing;
  }

  /** What the server keeps of former values, in its journal and oplog, is out of reach. */
  @Override
  public boolean scrub() {
    return true;
  }

  private <T> T whileOpen(Supplier<T> work) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new StoreFailure(records.getNamespace().getCollectionName() + " is closed", null);
      }
      return Attempt.of("use " + records.getNamespace().getCollectionName(), work);
    } finally {
      open.readLock().unlock();
    }
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      closed = true;
    } finally {
      open.writeLock().unlock();
    }
  }
}
