// SPDX-License-Identifier: Apache-2.0
package daybook.domain.catalog;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.access.AccountEvent;
import daybook.domain.access.RegisterEvent;
import daybook.domain.access.RoleEvent;
import daybook.domain.certificate.AuthorityEvent;
import daybook.domain.certificate.CertificateEvent;
import daybook.domain.command.CommandEvent;
import daybook.domain.enrollment.EnrollmentEvent;
import daybook.domain.escrow.EscrowEvent;
import daybook.domain.group.BusinessUnitEvent;
import daybook.domain.group.TagEvent;
import daybook.domain.issuer.ScepIssuerEvent;
import daybook.domain.number.NumberEvent;
import daybook.domain.push.PushCertificateEvent;
import daybook.domain.push.PushEvent;
import daybook.domain.refusal.RefusalEvent;
import daybook.domain.restore.RestoreEvent;
import daybook.domain.retirement.RetirementEvent;
import daybook.domain.session.EnrollmentConfigurationEvent;
import daybook.domain.session.SessionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every event there is, by its stored name. */
public final class EventCatalog {
  private static final List<Class<? extends DomainEvent>> FEATURES =
      List.of(
          EnrollmentEvent.class,
          EscrowEvent.class,
          RetirementEvent.class,
          CommandEvent.class,
          PushEvent.class,
          PushCertificateEvent.class,
          EnrollmentConfigurationEvent.class,
          BusinessUnitEvent.class,
          TagEvent.class,
          ScepIssuerEvent.class,
          SessionEvent.class,
          CertificateEvent.class,
          AuthorityEvent.class,
          AccountEvent.class,
          RegisterEvent.class,
          RoleEvent.class,
          RefusalEvent.class,
          NumberEvent.class,
          RestoreEvent.class);

  private static final Map<String, Class<? extends DomainEvent>> BY_NAME = byName();

  private EventCatalog() {}

  /** The types of all events by stored name, in the order of their features. */
  public static Map<String, Class<? extends DomainEvent>> all() {
    return BY_NAME;
  }

  /** The stored name and revision of a type of event. */
  public static EventName name(Class<?> event) {
    EventName name = event.getAnnotation(EventName.class);
    if (name == null) {
      throw new IllegalArgumentException("no stored name was chosen for " + event);
    }
    return name;
  }

  private static Map<String, Class<? extends DomainEvent>> byName() {
    Map<String, Class<? extends DomainEvent>> types = new LinkedHashMap<>();
    for (Class<? extends DomainEvent> feature : FEATURES) {
      for (Class<?> type : feature.getPermittedSubclasses()) {
        Class<?> former = types.put(name(type).value(), type.asSubclass(DomainEvent.class));
        if (former != null) {
          throw new IllegalStateException("two events are stored as " + name(type).value());
        }
      }
    }
    return java.util.Collections.unmodifiableMap(types);
  }
}
