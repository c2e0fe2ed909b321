// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** All push certificates; their names and topics are unique. */
public class PushCertificates extends EventSourced {
  protected PushCertificates() {}

  public PushCertificates(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
