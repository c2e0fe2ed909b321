// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.catalog.EventCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns events into their stored bytes and back, whatever revision these have. */
public final class EventCodec {
  private record Stored(Class<? extends DomainEvent> type, int revision, ObjectReader reader) {}

  private final Map<String, Stored> byName = new HashMap<>();
  private final Upcasters upcasters;

  /** The codec of all events. */
  public EventCodec() {
    this(EventCatalog.all(), Upcasters.ALL);
  }

  public EventCodec(Map<String, Class<? extends DomainEvent>> catalog, List<Upcaster> upcasters) {
    this.upcasters = new Upcasters(upcasters);
    catalog.forEach(
        (name, type) ->
            byName.put(
                name,
                new Stored(
                    type, EventCatalog.name(type).revision(), EventJson.mapper().readerFor(type))));
  }

  /** The stored name and revision of a type of event; unknown ones are a defect. */
  public EventName name(Class<?> type) {
    EventName name = EventCatalog.name(type);
    Stored stored = byName.get(name.value());
    if (stored == null || stored.type() != type) {
      throw new IllegalStateException(type + " is not in the catalog of events");
    }
    return name;
  }

  /** The type of event that is stored under a name. */
  public Class<? extends DomainEvent> type(String name) {
    return stored(name).type();
  }

  public byte[] write(DomainEvent event) {
    name(event.getClass());
    try {
      return EventJson.mapper().writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot store " + event.getClass().getSimpleName(), e);
    }
  }

  /** The event in its present revision. Bytes that can't be read are a defect. */
  public DomainEvent read(String name, String revision, byte[] payload) {
    Stored stored = stored(name);
    try {
      int from = Integer.parseInt(revision);
      if (from == stored.revision()) {
        return stored.reader().readValue(payload);
      }
      ObjectNode old = (ObjectNode) EventJson.mapper().readTree(payload);
      return stored.reader().readValue(upcasters.upcast(name, from, stored.revision(), old));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " " + revision, e);
    }
  }

  private Stored stored(String name) {
    Stored stored = byName.get(name);
    if (stored == null) {
      throw new IllegalStateException("this version does not know the event " + name);
    }
    return stored;
  }
}
