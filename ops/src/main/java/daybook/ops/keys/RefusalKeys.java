// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What strangers sent is sealed under a key of the month, which is dropped 90 days after the month
 * has ended: at start and once a day.
 */
public final class RefusalKeys implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalKeys.class);
  private static final int DAYS = 90;
  private static final String PREFIX = "refusals:";

  private final KeyStore keys;
  private final Clock clock;
  private final ScheduledExecutorService daily =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "key-retention");
            thread.setDaemon(true);
            return thread;
          });

  public RefusalKeys(KeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Drops what is old now, and again every day. */
  public void start() {
    dropOld();
    var unused = daily.scheduleWithFixedDelay(this::dropOldOrSayWhy, 1, 1, TimeUnit.DAYS);
  }

  void dropOld() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    keys.dropSubjects(PREFIX, subject -> isOld(subject, today));
  }

  /** An exception would end the schedule, so it is told here. */
  private void dropOldOrSayWhy() {
    try {
      dropOld();
    } catch (IllegalStateException e) {
      LOG.error("The keys of old refusals could not be dropped.", e);
    }
  }

  private static boolean isOld(String subject, LocalDate today) {
    try {
      YearMonth month = YearMonth.parse(subject.substring(PREFIX.length()));
      return month.atEndOfMonth().plusDays(DAYS).isBefore(today);
    } catch (DateTimeException e) {
      LOG.warn("Not the key of a month: {}", subject);
      return false;
    }
  }

  @Override
  public void close() {
    daily.shutdownNow();
  }
}
