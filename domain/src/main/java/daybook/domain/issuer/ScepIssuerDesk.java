// SPDX-License-Identifier: Apache-2.0
package daybook.domain.issuer;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import java.util.List;

/**
 * Port: what operators do with SCEP issuers, by API and by page alike. Fields come as a JSON object
 * by the API's names; {@link daybook.domain.access.InvalidInput} tells what is wrong with them. Our
 * own authority is none of these.
 */
public interface ScepIssuerDesk {
  /** What stands in the place of a secret; sent back, it leaves the secret as it is. */
  String MASK = "********";

  /**
   * All of them, by name.
   *
   * @throws daybook.domain.access.Unavailable when they can't be had now
   */
  List<ScepIssuerState> all(Origin asking);

  /** Adds one, and replies with its id. Refused with {@code NAME_TAKEN}. */
  Outcome<ScepIssuerId> add(Object fields, Origin origin);

  /** What may be absent stays as it was. Refused with {@code UNKNOWN} or {@code NAME_TAKEN}. */
  Outcome<Void> change(ScepIssuerId issuer, Object fields, Origin origin);

  /** Refused with {@code IN_USE} or {@code UNKNOWN}. */
  Outcome<Void> remove(ScepIssuerId issuer, Origin origin);
}
