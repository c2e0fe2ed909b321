// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.ops.log.json.Upcaster;
import daybook.ops.log.store.GroupCommit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** With what a home is opened; {@link OpenLogBuilder} says what each means. */
record LogSettings(
    String logUrl,
    String keysUrl,
    boolean severalNodes,
    Clock clock,
    LongSupplier monotonicNanos,
    MeterRegistry meters,
    Map<String, Class<? extends EventSourced>> aggregates,
    Map<String, Class<? extends DomainEvent>> events,
    List<Upcaster> upcasters,
    GroupCommit.Limits limits,
    int cachedAggregates,
    String masterKey) {}
