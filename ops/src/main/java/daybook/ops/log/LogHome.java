// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lies, and how much of it stays in memory.
 *
 * @param home the folder of all data
 * @param logUrl of the PostgreSQL that holds the log; empty: {@code log.db}
 * @param keysUrl of the PostgreSQL that holds the keys; empty: {@code keys.db}
 * @param severalNodes whether other nodes use the same log and keys
 * @param cachedAggregates how many aggregates stay in memory
 */
@ConfigurationProperties("daybook")
public record LogHome(
    @DefaultValue("./data") Path home,
    @DefaultValue("") String logUrl,
    @DefaultValue("") String keysUrl,
    @DefaultValue("false") boolean severalNodes,
    @DefaultValue("20000") int cachedAggregates) {
  public LogHome {
    if (cachedAggregates < 1) {
      throw new IllegalArgumentException(
          "daybook.cached_aggregates must be at least 1, not " + cachedAggregates);
    }
  }

  /** The URLs may hold passwords. */
  @Override
  public String toString() {
    return "LogHome[" + home + "]";
  }
}
