// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.domain.Catchup;
import daybook.domain.Leases;
import daybook.domain.Log;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts all policies after everything else, and stops them before it. */
@Component
class Policies implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Policies.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Log log;
  private final boolean on;
  private final List<Worker> workers;
  private AutoCloseable signals = () -> {};
  private boolean running;

  Policies(
      List<Policy> policies,
      PolicySettings settings,
      Log log,
      Leases leases,
      ObjectProvider<Catchup> catchup,
      ObjectProvider<MeterRegistry> meters) {
    MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    this.log = log;
    this.on = settings.policies();
    Runnable taken = () -> catchup.ifAvailable(views -> views.expect(log.head()));
    this.workers =
        on
            ? policies.stream()
                .map(each -> new Worker(each, leases.on(each.name()), taken, POLL, registry))
                .toList()
            : List.of();
  }

  @Override
  public void start() {
    running = true;
    if (on) {
      workers.forEach(Worker::start);
      signals = log.onAppend(() -> workers.forEach(Worker::wake));
    } else {
      LOG.warn("daybook.policies is false: nothing is done without being asked, no push is sent");
    }
  }

  @Override
  public void stop() {
    running = false;
    try {
      signals.close();
    } catch (Exception e) {
      LOG.warn("The log's signals can't be left", e);
    }
    if (on) {
      workers.forEach(Worker::stop);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
