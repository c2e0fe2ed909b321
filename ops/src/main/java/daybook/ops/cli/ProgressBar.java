// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** A bar that grows on one line. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private String view = "";

  ProgressBar(PrintWriter out) {
    this.out = out;
  }

  /** Shows how far a build is: the events folded, of all. */
  void show(JsonNode progress) {
    show(
        progress.path("view").asString(),
        progress.path("position").asLong(),
        progress.path("head").asLong());
  }

  /** Shows how far something is: at an event, of so many. */
  void show(String now, long position, long head) {
    if (!now.equals(view)) {
      end();
      view = now;
    }
    int filled = head == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * position / head);
    long percent = head == 0 ? 100 : Math.min(100, 100 * position / head);
    out.printf(
        "\r%-12s [%s%s] %3d%% %,d of %,d events",
        now, "#".repeat(filled), ".".repeat(WIDTH - filled), percent, position, head);
    out.flush();
  }

  void end() {
    if (!view.isEmpty()) {
      out.println();
      out.flush();
      view = "";
    }
  }
}
