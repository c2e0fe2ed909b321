// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * MongoDB for tests: mongo-java-server in this process, which speaks its protocol and keeps all in
 * memory; and the real one whose URL, without a database, the environment gives.
 */
public final class MongoServers {
  /** {@code mongodb://HOST:PORT} of a server on which tests may make databases. */
  public static final String REAL = System.getenv("DAYBOOK_TEST_MONGODB");

  /** Whether that server can't bear more than 80 documents in a collection (FerretDB 1). */
  static final boolean SMALL = "small".equals(System.getenv("DAYBOOK_TEST_MONGODB_SIZE"));

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final class Fake {
    private static final InetSocketAddress ADDRESS = new MongoServer(new MemoryBackend()).bind();
  }

  private MongoServers() {}

  /** The URL of a new, empty database in memory. */
  public static String newDatabase() {
    return in("mongodb://127.0.0.1:" + Fake.ADDRESS.getPort());
  }

  /** The URL of a new, empty database on a server. */
  public static String in(String server) {
    String name =
        "daybook_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    return server + "/" + name;
  }
}
