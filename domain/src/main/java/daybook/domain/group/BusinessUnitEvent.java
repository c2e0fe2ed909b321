// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;

/** Everything that can have happened to business units; stream {@code business-units:all}. */
public sealed interface BusinessUnitEvent extends DomainEvent {

  @EventName("BusinessUnitAdded")
  record BusinessUnitAdded(long number, String name, boolean apiEnrollmentEnabled)
      implements BusinessUnitEvent {}

  @EventName("BusinessUnitChanged")
  record BusinessUnitChanged(long number, String name, boolean apiEnrollmentEnabled)
      implements BusinessUnitEvent {}

  @EventName("BusinessUnitRemoved")
  record BusinessUnitRemoved(long number) implements BusinessUnitEvent {}
}
