// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcernLevel;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;

/**
 * A database of MongoDB, by the setting that names it. Its text tells hosts and database alone.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/connection-string/">Connection
 *     strings</a>
 */
public final class MongoUrl {
  private static final String SHAPE = "mongodb://[USER:PASSWORD@]HOST[:PORT][,…]/DATABASE";

  private final String setting;
  private final ConnectionString parsed;

  /**
   * @param setting the name of the setting that holds the URL
   * @throws IllegalArgumentException when it is no such URL, or asks for less than durable writes
   *     and reads of what is durable
   */
  public MongoUrl(String setting, String url) {
    this.setting = setting;
    this.parsed = parse(setting, url);
    if (parsed.getDatabase() == null) {
      throw wrong("names no database: it must be " + SHAPE);
    }
    requireDurable(parsed.getWriteConcern());
    ReadPreference reads = parsed.getReadPreference();
    if (reads != null && !reads.equals(ReadPreference.primary())) {
      throw wrong("must not set readPreference: Daybook reads from the primary");
    }
    if (parsed.getReadConcern() != null
        && parsed.getReadConcern().getLevel() != ReadConcernLevel.MAJORITY) {
      throw wrong("must not set readConcernLevel: Daybook reads what a majority has");
    }
  }

  /** Whether a URL is meant for MongoDB. */
  public static boolean is(String url) {
    return url.startsWith("mongodb://") || url.startsWith("mongodb+srv://");
  }

  /** What the driver says of a wrong URL may hold its password. */
  private static ConnectionString parse(String setting, String url) {
    try {
      return new ConnectionString(url);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          setting
              + " is no URL of MongoDB: it must be "
              + SHAPE
              + ", with %xx for what is not a letter or a digit in user and password");
    }
  }

  private void requireDurable(WriteConcern writes) {
    if (writes != null
        && (!"majority".equals(writes.getWObject()) || Boolean.FALSE.equals(writes.getJournal()))) {
      throw wrong("must not set w or journal: Daybook waits until a majority has written to disk");
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(setting + " " + why);
  }

  String setting() {
    return setting;
  }

  ConnectionString parsed() {
    return parsed;
  }

  @Override
  public String toString() {
    return "mongodb://" + String.join(",", parsed.getHosts()) + "/" + parsed.getDatabase();
  }
}
