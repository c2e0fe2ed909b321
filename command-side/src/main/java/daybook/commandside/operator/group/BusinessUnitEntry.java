// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.domain.group.BusinessUnit;
import java.time.Instant;

/** A business unit as the API shows it. */
record BusinessUnitEntry(
    long id, String name, boolean apiEnrollmentEnabled, Instant createdAt, Instant updatedAt) {
  static BusinessUnitEntry of(BusinessUnit it) {
    return new BusinessUnitEntry(
        it.number(), it.name(), it.apiEnrollmentEnabled(), it.createdAt(), it.updatedAt());
  }
}
