// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** What one node refused on one day. */
public class RefusalsOfADay extends EventSourced {
  protected RefusalsOfADay() {}

  public RefusalsOfADay(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
