// SPDX-License-Identifier: Apache-2.0
package daybook.ops;

import daybook.ops.start.Arguments;
import daybook.ops.start.Home;
import daybook.ops.start.RunningDaybook;
import daybook.ops.start.StartFailure;
import daybook.ops.start.StartReport;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** The server. {@code ops/run} starts it. */
@SpringBootApplication(scanBasePackages = "daybook")
public class Daybook {
  private static final int USAGE = 2;

  /** Set while the build writes down how the beans are wired; nothing runs then. */
  private static final String BUILD = "spring.aot.processing";

  public static void main(String[] args) {
    if (Boolean.getBoolean(BUILD)) {
      SpringApplication.run(Daybook.class);
      return;
    }
    System.setProperty("disable-axoniq-console-message", "true");
    System.setProperty("axoniq.update-checker.disabled", "true");
    // Nothing is logged before the settings say how.
    LoggingSystem.get(Daybook.class.getClassLoader()).beforeInitialize();
    Arguments arguments = arguments(args);
    try {
      RunningDaybook daybook =
          RunningDaybook.start(Daybook.class, arguments, Home.open(), Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(daybook::close, "daybook-stop"));
      daybook.bean(StartReport.class).print(daybook);
      arguments.simulate().ifPresent(daybook::simulate);
    } catch (RuntimeException e) {
      System.err.println(StartFailure.sentence(e));
      System.exit(1);
    }
  }

  private static Arguments arguments(String... args) {
    try {
      return Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
      throw e;
    }
  }
}
