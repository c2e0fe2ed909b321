// SPDX-License-Identifier: Apache-2.0
package daybook.domain.refusal;

import daybook.domain.Intent;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.access.AccountId;
import java.time.Instant;

/** Everything that may be told to the day's list of refusals. */
public sealed interface RefusalIntent<R> extends Intent<R> {
  String node();

  /** The UTC day, {@code 2026-11-24}. */
  String day();

  @Override
  default StreamId target() {
    return StreamId.of("refusals", node() + "." + day());
  }

  /**
   * @param reason the name of a {@link daybook.domain.Refusal}
   * @param door the package of the door: {@code checkin}, {@code connect}, {@code scep}, …; of
   *     operators {@code api}, {@code metrics}, {@code sign_in}
   * @param certificate the SHA-256 of the certificate that came with it, or null
   * @param bodyStart its first 8 KiB, sealed under the month's key; null when there was none
   * @param account the account that was claimed, if there is such a one; or null
   */
  record RecordRefusal(
      String node,
      String day,
      Instant now,
      String reason,
      String detail,
      String door,
      String certificate,
      Secret bodyStart,
      AccountId account)
      implements RefusalIntent<Void> {}

  /** Many alike, counted. */
  record RecordRefusals(
      String node,
      String day,
      Instant now,
      String reason,
      String door,
      long count,
      Instant first,
      Instant last)
      implements RefusalIntent<Void> {}
}
