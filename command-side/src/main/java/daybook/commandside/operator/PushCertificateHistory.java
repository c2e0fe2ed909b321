// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.push.PushCertificateEvent.PushCertificateAdded;
import daybook.domain.push.PushCertificateEvent.PushCertificateReplaced;
import daybook.domain.push.PushCertificateIntent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The push certificates as their short stream tells: some events a year. */
@Component
class PushCertificateHistory {
  private static final int BATCH = 500;

  private final Log log;

  PushCertificateHistory(Log log) {
    this.log = log;
  }

  /** All of them, by name. */
  List<PushCertificateEntry> all() {
    return entries().values().stream()
        .sorted(
            Comparator.comparing(PushCertificateEntry::name)
                .thenComparing(PushCertificateEntry::id))
        .toList();
  }

  Optional<PushCertificateEntry> find(long number) {
    return Optional.ofNullable(entries().get(number));
  }

  private Map<Long, PushCertificateEntry> entries() {
    Map<Long, PushCertificateEntry> found = new TreeMap<>();
    List<LogEntry> batch = log.stream(PushCertificateIntent.STREAM, 0, BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(entry -> fold(found, entry));
      long next = batch.get(batch.size() - 1).sequence() + 1;
      batch = log.stream(PushCertificateIntent.STREAM, next, BATCH);
    }
    return found;
  }

  private static void fold(Map<Long, PushCertificateEntry> found, LogEntry entry) {
    if (entry.event() instanceof PushCertificateAdded it) {
      found.put(
          it.certificate().number(),
          PushCertificateEntry.of(it.certificate(), entry.time(), entry.time()));
    } else if (entry.event() instanceof PushCertificateReplaced it) {
      found.computeIfPresent(
          it.certificate().number(),
          (number, before) ->
              PushCertificateEntry.of(it.certificate(), before.createdAt(), entry.time()));
    }
  }
}
