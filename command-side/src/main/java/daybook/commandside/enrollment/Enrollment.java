// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** One device under management, with its users' channels, queues and escrow. */
public class Enrollment extends EventSourced {
  protected Enrollment() {}

  public Enrollment(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
