// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** All links through which devices get in, with their quotas. */
public class AllEnrollmentConfigurations extends EventSourced {
  protected AllEnrollmentConfigurations() {}

  public AllEnrollmentConfigurations(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
