// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** A person or a program that may operate Daybook, and its tokens. */
public class Account extends EventSourced {
  protected Account() {}

  public Account(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
