// SPDX-License-Identifier: Apache-2.0
package daybook.domain.refusal;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Secret;
import daybook.domain.access.AccountId;
import java.time.Instant;

/** What was refused; stream {@code refusals:<node>.<day>}. */
public sealed interface RefusalEvent extends DomainEvent {

  /**
   * @param certificate the SHA-256 of the certificate that came with it, or null
   * @param account the account that was claimed, if there is such a one; or null
   */
  @EventName(value = "RequestRefused", revision = 2)
  record RequestRefused(
      String reason,
      String detail,
      String door,
      String certificate,
      Secret bodyStart,
      AccountId account)
      implements RefusalEvent {}

  @EventName("RequestsRefused")
  record RequestsRefused(String reason, String door, long count, Instant first, Instant last)
      implements RefusalEvent {}
}
