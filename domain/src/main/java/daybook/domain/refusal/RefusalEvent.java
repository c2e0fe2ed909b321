// SPDX-License-Identifier: Apache-2.0
package daybook.domain.refusal;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Secret;
import java.time.Instant;

/** What was refused; stream {@code refusals:<node>.<day>}. */
public sealed interface RefusalEvent extends DomainEvent {

  @EventName("RequestRefused")
  record RequestRefused(
      String reason, String detail, String door, String certificate, Secret bodyStart)
      implements RefusalEvent {}

  @EventName("RequestsRefused")
  record RequestsRefused(String reason, String door, long count, Instant first, Instant last)
      implements RefusalEvent {}
}
