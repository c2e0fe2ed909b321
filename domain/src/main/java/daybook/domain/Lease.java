// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/** What one node has to itself for a few seconds, and again, as long as it lives. */
public interface Lease {
  /** Whether this node has it now; asked right before each act, for it may be lost at any time. */
  boolean held();

  /**
   * Which holder this is: grows each time that another node takes over. 0 while this node doesn't
   * have it. When it is told first, this node knows all that was written under the former terms.
   */
  long term();
}
