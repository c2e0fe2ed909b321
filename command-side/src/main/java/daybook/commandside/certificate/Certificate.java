// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** One identity certificate: where it comes from and whose it is. */
public class Certificate extends EventSourced {
  protected Certificate() {}

  public Certificate(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
