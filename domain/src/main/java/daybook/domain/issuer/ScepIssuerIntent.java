// SPDX-License-Identifier: Apache-2.0
package daybook.domain.issuer;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the SCEP issuers. */
public sealed interface ScepIssuerIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("scep-issuers");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** All of them, oldest first. */
  record ListScepIssuers(Instant now) implements ScepIssuerIntent<List<ScepIssuerState>> {}

  /** Adds one of version 1; refused with {@code NAME_TAKEN}. */
  record AddScepIssuer(Instant now, ScepIssuer issuer) implements ScepIssuerIntent<Void> {}

  /** Changes one to its next version; refused with {@code UNKNOWN} or {@code NAME_TAKEN}. */
  record ChangeScepIssuer(Instant now, ScepIssuer issuer) implements ScepIssuerIntent<Void> {}

  /** Removes one; refused with {@code UNKNOWN} when there is none. */
  record RemoveScepIssuer(Instant now, ScepIssuerId issuer) implements ScepIssuerIntent<Void> {}
}
