// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.domain.OpenedEvent;
import daybook.projections.Generation;
import daybook.projections.ParkedKey;
import java.util.ArrayList;
import java.util.List;

/** One build of the index. */
final class AuditGeneration implements Generation {
  private static final int MOST_WAITING_IN_BULK = 5_000;

  private final String name;
  private final AuditTable table;
  private final List<OpenedEvent> waiting = new ArrayList<>();
  private long taken;
  private volatile long position;
  private boolean bulk;

  AuditGeneration(String name, AuditTable table) {
    this.name = name;
    this.table = table;
    this.taken = table.position();
    this.position = taken;
  }

  AuditTable table() {
    return table;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isComplete() {
    return table.isComplete();
  }

  @Override
  public long taken() {
    return taken;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void take(List<OpenedEvent> events) {
    if (!events.isEmpty()) {
      waiting.addAll(events);
      taken = events.get(events.size() - 1).entry().index();
    }
    if (bulk && waiting.size() >= MOST_WAITING_IN_BULK) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (!waiting.isEmpty()) {
      table.write(waiting.stream().map(OpenedEvent::entry).toList());
      waiting.clear();
    }
    position = taken;
  }

  @Override
  public void bulk(boolean now) {
    bulk = now;
    if (bulk) {
      table.dropIndexes();
    }
  }

  @Override
  public void complete() {
    flush();
    table.complete();
  }

  /** The index takes every event: nothing is ever parked. */
  @Override
  public List<ParkedKey> parked() {
    return List.of();
  }

  @Override
  public int retryParked() {
    return 0;
  }

  @Override
  public String digest() {
    return table.digest();
  }

  @Override
  public void close() {
    try {
      flush();
    } finally {
      table.close();
    }
  }
}
