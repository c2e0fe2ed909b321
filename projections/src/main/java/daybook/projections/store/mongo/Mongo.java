// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;

/**
 * An open database of MongoDB. A write has returned when a majority of the replica set has it on
 * disk; reads see what a majority has, at the primary.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/write-concern/">Write concern</a>
 */
public final class Mongo implements AutoCloseable {
  private static final int SECONDS_TO_CONNECT = 5;
  private static final int SECONDS_TO_ANSWER = 60;
  private static final int SECONDS_OF_A_WRITE = 30;

  private final MongoClient client;
  private final MongoDatabase database;

  private Mongo(MongoClient client, String name) {
    this.client = client;
    this.database =
        client
            .getDatabase(name)
            .withReadPreference(ReadPreference.primary())
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(
                WriteConcern.MAJORITY
                    .withJournal(true)
                    .withWTimeout(SECONDS_OF_A_WRITE, TimeUnit.SECONDS));
  }

  /**
   * @throws IllegalStateException with a sentence, when it can't be reached or used
   */
  public static Mongo open(MongoUrl url) {
    Mongo mongo =
        new Mongo(MongoClients.create(settings(url.parsed())), url.parsed().getDatabase());
    try {
      mongo.database.listCollectionNames().first();
      return mongo;
    } catch (MongoException e) {
      mongo.close();
      throw new IllegalStateException(
          url.setting() + ": " + url + " can't be used: " + Attempt.why(e));
    }
  }

  private static MongoClientSettings settings(ConnectionString url) {
    return MongoClientSettings.builder()
        .applicationName("Daybook")
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS)
                    .readTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS))
        .applyConnectionString(url)
        .build();
  }

  public MongoDatabase database() {
    return database;
  }

  @Override
  public void close() {
    client.close();
  }
}
