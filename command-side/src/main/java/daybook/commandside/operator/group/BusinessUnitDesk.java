// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.number.Numbers;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.BusinessUnitIntent.AddBusinessUnit;
import daybook.domain.group.BusinessUnitIntent.ChangeBusinessUnit;
import daybook.domain.group.BusinessUnitIntent.ListBusinessUnits;
import daybook.domain.group.BusinessUnitIntent.RemoveBusinessUnit;
import daybook.domain.group.GroupDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What operators do with business units: all in one list, by name. */
@Component
class BusinessUnitDesk implements GroupDesk<BusinessUnit> {
  private final Groups groups;
  private final GroupUse use;

  BusinessUnitDesk(Groups groups, GroupUse use) {
    this.groups = groups;
    this.use = use;
  }

  @Override
  public List<BusinessUnit> all(Origin asking) {
    return groups.ask(ListBusinessUnits::new, asking).stream()
        .sorted(Comparator.comparing(BusinessUnit::name).thenComparing(BusinessUnit::number))
        .toList();
  }

  @Override
  public Outcome<Long> add(Object fields, Origin origin) {
    BusinessUnitInput input = BusinessUnitInput.read(fields, null);
    long number = groups.number(Numbers.BUSINESS_UNITS);
    return groups
        .tell(
            now -> new AddBusinessUnit(now, number, input.name(), input.apiEnrollmentEnabled()),
            origin)
        .map(nothing -> number);
  }

  @Override
  public Outcome<Void> change(long number, Object fields, Origin origin) {
    Optional<BusinessUnit> present =
        all(origin).stream().filter(it -> it.number() == number).findFirst();
    if (present.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN, "there is no business unit " + number);
    }
    BusinessUnitInput input = BusinessUnitInput.read(fields, present.get());
    return groups.tell(
        now -> new ChangeBusinessUnit(now, number, input.name(), input.apiEnrollmentEnabled()),
        origin);
  }

  @Override
  public Outcome<Void> remove(long number, Origin origin) {
    return use.ofUnit(number, origin)
        ? Outcome.refused(Refusal.IN_USE, "the business unit " + number)
        : groups.tell(now -> new RemoveBusinessUnit(now, number), origin);
  }
}
