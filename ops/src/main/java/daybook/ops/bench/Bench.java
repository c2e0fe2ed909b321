// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one benchmark: prints its table, writes its JSON, and ends with 0 if the target was met,
 * with 1 if not, with 2 when it was called wrongly.
 */
public final class Bench {
  /** One benchmark. */
  interface Benchmark {
    Report run() throws Exception;
  }

  private static final Map<String, Benchmark> ALL = new TreeMap<>();

  static {
    ALL.put("connect", new ConnectBench());
    ALL.put("rebuild", new RebuildBench());
    ALL.put("lag", new LagBench());
    ALL.put("views", new ViewsBench());
  }

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1 || !ALL.containsKey(arguments[0])) {
      System.err.println("ops/bench NAME, where NAME is one of " + String.join(", ", ALL.keySet()));
      System.exit(2);
    }
    Report report = ALL.get(arguments[0]).run();
    System.out.print(report.table());
    System.out.println("Written to " + report.write());
    System.exit(report.met() ? 0 : 1);
  }
}
