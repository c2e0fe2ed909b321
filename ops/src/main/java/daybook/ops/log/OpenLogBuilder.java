// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.commandside.aggregate.EventSourced;
import daybook.commandside.wiring.Aggregates;
import daybook.domain.DomainEvent;
import daybook.domain.catalog.EventCatalog;
import daybook.ops.log.json.Upcaster;
import daybook.ops.log.json.Upcasters;
import daybook.ops.log.store.GroupCommit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Says how a home is opened where that is not the usual way. */
public final class OpenLogBuilder {
  private final Path home;
  private String logUrl = "";
  private String keysUrl = "";
  private boolean severalNodes;
  private Clock clock = Clock.tickMillis(ZoneOffset.UTC);
  private LongSupplier monotonicNanos = System::nanoTime;
  private MeterRegistry meters = new SimpleMeterRegistry();
  private Map<String, Class<? extends EventSourced>> aggregates = Aggregates.TYPES;
  private Map<String, Class<? extends DomainEvent>> events = EventCatalog.all();
  private List<Upcaster> upcasters = Upcasters.ALL;
  private GroupCommit.Limits limits = GroupCommit.Limits.DEFAULT;
  private int cachedAggregates = 20_000;
  private String masterKey = System.getenv("DAYBOOK_MASTER_KEY");

  OpenLogBuilder(Path home) {
    this.home = home;
  }

  /** A log in PostgreSQL; empty: {@code log.db}. */
  public OpenLogBuilder logUrl(String url) {
    this.logUrl = url;
    return this;
  }

  /** Keys in PostgreSQL; empty: {@code keys.db}. */
  public OpenLogBuilder keysUrl(String url) {
    this.keysUrl = url;
    return this;
  }

  /** Whether other nodes use the same log and keys, both in PostgreSQL. */
  public OpenLogBuilder severalNodes(boolean several) {
    this.severalNodes = several;
    return this;
  }

  /** A clock that ticks in milliseconds. */
  public OpenLogBuilder clock(Clock server) {
    this.clock = server;
    return this;
  }

  /** A clock that nobody sets, in nanoseconds; jumps of the other are seen against it. */
  public OpenLogBuilder monotonicNanos(LongSupplier nanos) {
    this.monotonicNanos = nanos;
    return this;
  }

  public OpenLogBuilder meters(MeterRegistry registry) {
    this.meters = registry;
    return this;
  }

  /** Other aggregates, by their kind of stream, and other events than Daybook's. */
  public OpenLogBuilder model(
      Map<String, Class<? extends EventSourced>> otherAggregates,
      Map<String, Class<? extends DomainEvent>> otherEvents,
      List<Upcaster> otherUpcasters) {
    this.aggregates = otherAggregates;
    this.events = otherEvents;
    this.upcasters = otherUpcasters;
    return this;
  }

  /** What may wait for the log's writer, and for how long. */
  public OpenLogBuilder limits(GroupCommit.Limits waiting) {
    this.limits = waiting;
    return this;
  }

  /** How many aggregates stay in memory. */
  public OpenLogBuilder cachedAggregates(int most) {
    this.cachedAggregates = most;
    return this;
  }

  /** The master key in base64; null: the file's. */
  public OpenLogBuilder masterKey(String base64) {
    this.masterKey = base64;
    return this;
  }

  public OpenLog open() {
    return OpenLog.open(
        home,
        new LogSettings(
            logUrl,
            keysUrl,
            severalNodes,
            clock,
            monotonicNanos,
            meters,
            aggregates,
            events,
            upcasters,
            limits,
            cachedAggregates,
            masterKey));
  }
}
