// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import daybook.domain.Origin;
import java.util.Optional;

/** Port: a device as the API shows it, for answers to what was done to it. */
public interface ShownDevices {
  /** The object that the API's JSON is made of, by the device's number. */
  Optional<Object> shown(long number, Origin asking);
}
