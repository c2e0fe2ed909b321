// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.projections.store.StoreFailure;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/**
 * A database of views belongs to one log, known by the id of its first event; the collection {@code
 * log} says to which.
 */
final class OneLog {
  private static final String COLLECTION = "log";
  private static final String FIRST_EVENT = "first_event";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);

  private final Log log;
  private final MongoCollection<Document> owner;
  private final MongoCollection<Document> generations;
  private volatile boolean claimed;

  OneLog(MongoDatabase database, Log log) {
    this.log = log;
    this.owner = database.getCollection(COLLECTION);
    this.generations = database.getCollection(Progress.COLLECTION);
  }

  /**
   * @throws IllegalStateException with a sentence when the views are those of another log, or of
   *     this one when it had more events
   */
  void require() {
    Optional<String> first = firstEvent();
    Document owned = owner.find().first();
    if (owned != null && !first.equals(Optional.of(owned.getString(FIRST_EVENT)))) {
      throw new IllegalStateException(
          "daybook.views_url names a database with views of another log: name another database,"
              + " or drop that one; views are folded from the log again");
    }
    long farthest = Progress.farthest(generations);
    long end = System.nanoTime() + PATIENCE;
    while (farthest > log.head() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(STEP); // another server may have just appended what it folded
    }
    if (farthest > log.head()) {
      throw new IllegalStateException(
          "daybook.views_url names a database with views of "
              + farthest
              + " events, and the log has "
              + log.head()
              + ": drop that database; views are folded from the log again");
    }
  }

  private Optional<String> firstEvent() {
    return log.at(1).map(LogEntry::eventId);
  }

  /** Says whose the database is, before anything of the log is written into it. */
  void claim() {
    if (claimed) {
      return;
    }
    String first = firstEvent().orElseThrow();
    if (owner.find().first() == null) {
      try {
        owner.insertOne(new Document(Change.KEY, COLLECTION).append(FIRST_EVENT, first));
      } catch (MongoWriteException | DuplicateKeyException e) {
        if (e.getCode() != 11_000) {
          throw e;
        }
      }
    }
    if (owner.find(Filters.eq(FIRST_EVENT, first)).first() == null) {
      throw new StoreFailure("the database of daybook.views_url belongs to another log", null);
    }
    claimed = true;
  }
}
