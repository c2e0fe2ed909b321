// SPDX-License-Identifier: Apache-2.0
package daybook.domain.number;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;

/** What was reserved; stream {@code numbers:<kind>}. */
public sealed interface NumberEvent extends DomainEvent {

  /** {@code first} to {@code first + count - 1} belong to {@code node}; gaps are harmless. */
  @EventName("NumbersReserved")
  record NumbersReserved(String node, long first, int count) implements NumberEvent {}
}
