// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.number;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** The numbers of one kind, reserved in blocks. */
public class NumbersOfAKind extends EventSourced {
  protected NumbersOfAKind() {}

  public NumbersOfAKind(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
