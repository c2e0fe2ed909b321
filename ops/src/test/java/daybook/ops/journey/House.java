// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import daybook.ops.Daybook;
import daybook.ops.control.ControlAddress;
import daybook.ops.control.ControlClient;
import daybook.ops.log.axon.ClockGuard;
import daybook.ops.simulator.apns.StandInApns;
import daybook.ops.start.Arguments;
import daybook.ops.start.Home;
import daybook.ops.start.RunningDaybook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A whole Daybook for a test: on a free port, in a simulation, in a folder of its own. */
final class House implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningDaybook daybook;

  private House(RunningDaybook daybook) {
    this.daybook = daybook;
  }

  static House at(Path folder) {
    return at(folder, Map.of());
  }

  static House at(Path folder, Map<String, String> settings) {
    return at(folder, settings, Daybook.class);
  }

  /** One whose clock can be {@link #pass moved}. */
  static House atAnyTime(Path folder, Map<String, String> settings) {
    return at(folder, settings, AtAnyTime.class);
  }

  private static House at(Path folder, Map<String, String> settings, Class<?> main) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("server.port", "0");
    all.putIfAbsent("daybook.push_delay", "0s");
    return new House(
        RunningDaybook.start(main, Arguments.parse("--simulate", "0"), Home.at(folder), all));
  }

  /** The enrollment link, on the port of this start. */
  URI link() {
    return url().resolve(URI.create(daybook.admin().enrollmentUrl()).getPath());
  }

  URI url() {
    return daybook.url();
  }

  Api api() {
    return new Api(url(), daybook.admin().apiToken());
  }

  RunningDaybook daybook() {
    return daybook;
  }

  StandInApns apns() {
    return daybook.apns().orElseThrow();
  }

  /** Asks as {@code ops/daybook} does; the answer's last line. */
  JsonNode ask(String control, Map<String, ?> arguments) {
    AtomicReference<String> last = new AtomicReference<>();
    try {
      new ControlClient(ControlAddress.of(daybook.home().path()).orElseThrow())
          .ask(control, JSON.writeValueAsBytes(arguments), last::set);
      return JSON.readTree(last.get());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Lets time pass, and confirms that the clock is right to have jumped. */
  void pass(Duration time) {
    ClockGuard guard = bean(ClockGuard.class);
    synchronized (guard) {
      ((MovedClock) bean(Clock.class)).advance(time);
      guard.confirm();
    }
  }

  /** The server's time. */
  Instant now() {
    return bean(Clock.class).instant();
  }

  <T> T bean(Class<T> type) {
    return daybook.bean(type);
  }

  @Override
  public void close() {
    daybook.close();
  }
}
