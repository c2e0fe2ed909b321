// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

/** How often a command may go out. Stored by its lower-case name. */
public enum Delivery {
  /** Again at each Idle until its final report: queries and installs. */
  REPEAT,
  /** At most once: lock, erase, restart, passwords and keys. */
  ONCE
}
