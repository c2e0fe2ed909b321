// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import daybook.ops.simulator.apns.StandInApns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Simulated devices that enroll and then keep checking in at a gentle pace: woken by pushes and by
 * a timer. They live in a directory and come back from it.
 */
public final class Simulation implements AutoCloseable {
  /** How often a device checks in by itself; each time up to a quarter later. */
  static final Duration PACE = Duration.ofSeconds(90);

  private static final System.Logger LOG = System.getLogger(Simulation.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(15);
  private static final List<Model> MIX =
      List.of(Model.MAC, Model.IPHONE, Model.MAC, Model.IPAD, Model.MAC, Model.IPHONE);

  private final URI link;
  private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(4, threads());
  private final List<SimulatedDevice> devices = new ArrayList<>();
  private final Map<String, SimulatedDevice> byToken = new ConcurrentHashMap<>();

  private Simulation(URI link) {
    this.link = link;
  }

  /**
   * Starts the devices; returns at once, while they enroll.
   *
   * @param link the enrollment link
   * @param count how many there are to be; those of before count, and all of them come back
   * @param directory where they live, {@code $DAYBOOK_HOME/simulation/devices}
   */
  public static Simulation start(URI link, int count, Path directory, StandInApns apns) {
    Simulation simulation = new Simulation(link);
    simulation.populate(count, directory);
    apns.onPush(simulation::wake);
    return simulation;
  }

  /** All of them, enrolled or still about to be. */
  public List<SimulatedDevice> devices() {
    return List.copyOf(devices);
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "simulated devices are still talking");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void populate(int count, Path directory) {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.list(directory)) {
        files
            .filter(file -> file.toString().endsWith(".plist"))
            .sorted()
            .map(SimulatedDevice::wakeUp)
            .forEach(devices::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int seed = devices.size(); seed < count; seed++) {
      devices.add(SimulatedDevice.of(MIX.get(seed % MIX.size()), seed).keptIn(directory));
    }
    devices.forEach(device -> workers.execute(() -> live(device, !device.isEnrolled())));
  }

  /**
   * Checks in, and does so again after a while. A device that was erased or whose profile was
   * removed stays away until the next start.
   */
  private void live(SimulatedDevice device, boolean enroll) {
    boolean again = enroll;
    long pause = RETRY.toMillis();
    try {
      if (again) {
        device.insideSimulation().enroll(link);
        again = false;
      }
      if (device.isEnrolled()) {
        byToken.put(device.token(), device);
        device.connect();
      }
      pause = PACE.toMillis() + ThreadLocalRandom.current().nextLong(PACE.toMillis() / 4);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "The simulated device " + device.udid(), e);
    }
    if (again || device.isEnrolled()) {
      later(device, again, pause);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it tells of its failures itself
  private void later(SimulatedDevice device, boolean enroll, long milliseconds) {
    workers.schedule(() -> live(device, enroll), milliseconds, TimeUnit.MILLISECONDS);
  }

  private void wake(String token) {
    SimulatedDevice device = byToken.get(token);
    if (device != null) {
      workers.execute(() -> answer(device, token));
    }
  }

  private void answer(SimulatedDevice device, String token) {
    if (!device.isEnrolled()) {
      byToken.remove(token);
      return;
    }
    try {
      device.connect();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "The simulated device " + device.udid(), e);
    }
  }

  private static ThreadFactory threads() {
    return work -> {
      Thread thread = new Thread(work, "simulated-devices");
      thread.setDaemon(true);
      return thread;
    };
  }
}
