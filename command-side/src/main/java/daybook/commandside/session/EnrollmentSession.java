// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** From a profile that was served to the certificate that was issued. */
public class EnrollmentSession extends EventSourced {
  protected EnrollmentSession() {}

  public EnrollmentSession(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
