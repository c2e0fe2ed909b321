// SPDX-License-Identifier: Apache-2.0
package daybook.ops.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * MongoDB for tests: the real one whose URL, without a database, the environment gives; else
 * mongo-java-server in this process, which speaks its protocol and keeps all in memory.
 */
public final class MongoServers {
  private static final String REAL = System.getenv("DAYBOOK_TEST_MONGODB");
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final class Fake {
    private static final int PORT = new MongoServer(new MemoryBackend()).bind().getPort();
  }

  private MongoServers() {}

  /** The URL of a new, empty database; dropped at the end of the tests. */
  public static String newDatabase() {
    String name =
        "daybook_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    if (REAL == null) {
      return "mongodb://127.0.0.1:" + Fake.PORT + "/" + name;
    }
    String url = REAL + "/" + name;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(url)));
    return url;
  }

  /** Drops a database, as an operator would. */
  public static void drop(String url) {
    try (MongoClient client = MongoClients.create(url)) {
      client.getDatabase(url.substring(url.lastIndexOf('/') + 1)).drop();
    }
  }
}
