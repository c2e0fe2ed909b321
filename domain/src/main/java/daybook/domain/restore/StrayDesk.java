// SPDX-License-Identifier: Apache-2.0
package daybook.domain.restore;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.restore.Strays.Stray;
import java.util.List;

/** Port: what operators do with strays, by API, page and command line alike. */
public interface StrayDesk {
  /** All of them, the last seen first. */
  List<Stray> all();

  /**
   * Lets the device in that it last said to be, with the certificate that it came with. Refused
   * with {@code UNKNOWN} when no such stray was seen, or {@code CERTIFICATE_OF_ANOTHER_DEVICE} when
   * it was adopted as another one, or said to be another one since it was looked at.
   */
  Outcome<Void> adopt(String certificate, Origin origin);
}
