// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import daybook.domain.Log;
import daybook.projections.store.Column;
import daybook.projections.store.ViewStore;
import daybook.projections.store.ViewStores;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.bson.Document;

/**
 * A database of MongoDB with a collection per generation, and {@code generations} that lists them.
 */
public final class MongoViewStores implements ViewStores, AutoCloseable {
  private static final Set<String> TAKEN = Set.of(Change.EVENT, Change.DOCUMENT, Change.PARKED);

  private final Mongo mongo;
  private final MongoDatabase database;
  private final MongoCollection<Document> generations;
  private final OneLog log;

  private MongoViewStores(Mongo mongo, Log log) {
    this.mongo = mongo;
    this.database = mongo.database();
    this.generations = database.getCollection(Progress.COLLECTION);
    this.log = new OneLog(database, log);
  }

  /**
   * @param log from which the views are folded
   * @throws IllegalStateException with a sentence when the database can't be used for them
   */
  public static MongoViewStores open(MongoUrl url, Log log) {
    MongoViewStores stores = new MongoViewStores(Mongo.open(url), log);
    try {
      stores.log.require();
      return stores;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  @Override
  public List<String> generations(String view) {
    Pattern name = Pattern.compile(Pattern.quote(view) + "-v\\d+(-r\\d+)?");
    return Attempt.of(
        "list the generations of " + view,
        () ->
            StreamSupport.stream(generations.find().spliterator(), false)
                .map(record -> record.getString(Change.KEY))
                .filter(generation -> name.matcher(generation).matches())
                .toList());
  }

  @Override
  public ViewStore open(String generation, List<Column> columns) {
    for (Column column : columns) {
      if (TAKEN.contains(column.name())) {
        throw new IllegalArgumentException("a column can't be called " + column.name());
      }
    }
    return Attempt.of(
        "open " + generation,
        () ->
            new MongoViewStore(
                database.getCollection(generation),
                Progress.open(generations, generation, columns),
                columns,
                log::claim));
  }

  @Override
  public boolean hasColumns(String generation, List<Column> columns) {
    return Attempt.of(
        "look at " + generation, () -> Progress.hasColumns(generations, generation, columns));
  }

  @Override
  public void delete(String generation) {
    Attempt.run(
        "delete " + generation,
        () -> {
          database.getCollection(generation).drop();
          generations.deleteOne(Filters.eq(Change.KEY, generation));
        });
  }

  @Override
  public void close() {
    mongo.close();
  }
}
