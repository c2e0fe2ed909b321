// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

/** By what a device was managed at a time; it can be put back there. */
public final class Backup {
  private final Enrolled enrolled;

  Backup(Enrolled enrolled) {
    this.enrolled = enrolled;
  }

  Enrolled enrolled() {
    return enrolled;
  }
}
