// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same against the MongoDB whose URL the environment gives. */
@EnabledIfEnvironmentVariable(
    named = "DAYBOOK_TEST_MONGODB",
    matches = "mongodb.*",
    disabledReason = "set DAYBOOK_TEST_MONGODB=mongodb://HOST:PORT to run against a real MongoDB")
class RealMongoViewStoreTest extends MongoViewStoreTest {
  @Override
  String url() {
    return MongoServers.in(MongoServers.REAL);
  }

  @Override
  protected int many() {
    return MongoServers.SMALL ? 70 : super.many();
  }
}
