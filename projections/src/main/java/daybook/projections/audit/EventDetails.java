// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import daybook.domain.Id;
import daybook.domain.Opened;
import daybook.domain.OpenedEvent;
import daybook.domain.Personal;
import daybook.domain.Secret;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an event says, as label → value. Secrets are {@code sealed}; hashes of secrets left out. */
final class EventDetails {
  private static final int LONGEST = 4_000;

  private final OpenedEvent opened;
  private final Map<String, String> details = new LinkedHashMap<>();

  private EventDetails(OpenedEvent opened) {
    this.opened = opened;
  }

  static Map<String, String> of(OpenedEvent opened) {
    EventDetails details = new EventDetails(opened);
    details.record("", (Record) opened.event());
    return details.details;
  }

  private void record(String label, Record owner) {
    for (RecordComponent component : owner.getClass().getRecordComponents()) {
      String name = component.getName();
      if (!isHashOfSecret(name)) {
        String words = words(name);
        add(label.isEmpty() ? words : label + ", " + words, read(component, owner));
      }
    }
  }

  private void add(String label, Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof Secret) {
      details.put(label, "sealed");
    } else if (value instanceof Personal personal) {
      details.put(label, text(personal));
    } else if (value instanceof Id id) {
      details.put(label, id.value());
    } else if (value instanceof List<?> list) {
      list(label, list);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> add(label + ", " + key, each));
    } else if (value instanceof Record owner) {
      record(label, owner);
    } else {
      details.put(label, shown(value));
    }
  }

  private void list(String label, List<?> list) {
    boolean plain = list.stream().allMatch(each -> each instanceof String || each instanceof Id);
    if (plain) {
      List<String> texts = list.stream().map(EventDetails::shown).toList();
      details.put(label, String.join(", ", texts));
    } else {
      for (int i = 0; i < list.size(); i++) {
        add(label + " " + (i + 1), list.get(i));
      }
    }
  }

  private static String shown(Object value) {
    if (value instanceof Id id) {
      return id.value();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    return value instanceof Instant time ? time.toString() : shortened(value.toString());
  }

  private String text(Personal personal) {
    return opened.open(personal) instanceof Opened.Known known
        ? shortened(known.text())
        : "[erased]";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Of secrets that we mint; the hash of a certificate is no secret's. */
  private static boolean isHashOfSecret(String name) {
    return name.equals("tokenSha256")
        || name.equals("secretSha256")
        || name.endsWith("hallengeSha256");
  }

  /** {@code deviceName} as {@code device name}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static Object read(RecordComponent component, Record owner) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
