// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import daybook.ops.mongo.MongoServers;
import java.util.Map;

/** The line, whole, with views in MongoDB. */
class JourneyOnMongoTest extends JourneyTest {
  @Override
  Map<String, String> settings() {
    return Map.of("daybook.views_url", MongoServers.newDatabase());
  }
}
