// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.group;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitAdded;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitChanged;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitRemoved;
import daybook.domain.group.BusinessUnitIntent.AddBusinessUnit;
import daybook.domain.group.BusinessUnitIntent.ChangeBusinessUnit;
import daybook.domain.group.BusinessUnitIntent.ListBusinessUnits;
import daybook.domain.group.BusinessUnitIntent.RemoveBusinessUnit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** All business units. */
public class BusinessUnits extends EventSourced {
  /** By number, oldest first. */
  private Map<String, BusinessUnit> units = new LinkedHashMap<>();

  protected BusinessUnits() {}

  public BusinessUnits(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<BusinessUnit>> handle(ListBusinessUnits intent) {
    return Outcome.accepted(List.copyOf(units.values()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AddBusinessUnit intent) {
    if (find(intent.number()) == null) {
      record(
          new BusinessUnitAdded(intent.number(), intent.name(), intent.apiEnrollmentEnabled()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ChangeBusinessUnit intent) {
    BusinessUnit unit = find(intent.number());
    if (unit == null) {
      return unknown(intent.number());
    }
    if (!unit.name().equals(intent.name())
        || unit.apiEnrollmentEnabled() != intent.apiEnrollmentEnabled()) {
      record(
          new BusinessUnitChanged(intent.number(), intent.name(), intent.apiEnrollmentEnabled()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RemoveBusinessUnit intent) {
    if (find(intent.number()) == null) {
      return unknown(intent.number());
    }
    record(new BusinessUnitRemoved(intent.number()), intent.now());
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof BusinessUnitAdded it) {
      put(new BusinessUnit(it.number(), it.name(), it.apiEnrollmentEnabled(), time, time));
    } else if (event instanceof BusinessUnitChanged it) {
      Instant made = find(it.number()).createdAt();
      put(new BusinessUnit(it.number(), it.name(), it.apiEnrollmentEnabled(), made, time));
    } else if (event instanceof BusinessUnitRemoved it) {
      units.remove(Long.toString(it.number()));
    }
  }

  private BusinessUnit find(long number) {
    return units.get(Long.toString(number));
  }

  private void put(BusinessUnit unit) {
    units.put(Long.toString(unit.number()), unit);
  }

  private static Outcome<Void> unknown(long number) {
    return Outcome.refused(Refusal.UNKNOWN, "there is no business unit " + number);
  }
}
