// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import daybook.commandside.push.PushCertificateFiles;
import daybook.commandside.tls.Tls;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.ops.control.FirstStart;
import daybook.ops.log.OpenLog;
import daybook.ops.simulator.Simulation;
import daybook.ops.simulator.apns.StandInApns;
import daybook.ops.simulator.apns.StandInCredentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Daybook as it runs in this JVM: the server, and in a simulation what stands in for Apple. */
public final class RunningDaybook implements AutoCloseable {
  private final Home home;
  private final StandInApns apns;
  private final ConfigurableApplicationContext context;
  private final FirstStart.Admin admin;
  private Simulation simulation;

  private RunningDaybook(Home home, StandInApns apns, ConfigurableApplicationContext context) {
    this.home = home;
    this.apns = apns;
    this.context = context;
    admin = context.getBean(OpenLog.class).alone("first start", this::begin);
  }

  /** What is made once, by the first of several nodes too. */
  private FirstStart.Admin begin() {
    if (apns != null) {
      addPushCertificate(apns.credentials());
    }
    context.getBean(PublicHost.class).require();
    return context.getBean(FirstStart.class).run(url());
  }

  /**
   * Starts it; when it returns, it answers.
   *
   * @param main the class whose package is scanned
   * @param settings stronger than all files and the environment
   */
  public static RunningDaybook start(
      Class<?> main, Arguments arguments, Home home, Map<String, String> settings) {
    boolean simulated = arguments.simulate().isPresent();
    home.requireSimulation(simulated);
    StandInApns apns = null;
    ConfigurableApplicationContext context = null;
    try {
      apns =
          simulated
              ? StandInApns.start(home.simulation().resolve("apns"), Clock.systemUTC())
              : null;
      List<String> args = new ArrayList<>(arguments.rest());
      args.add("--daybook.home=" + home.path());
      args.add(
          "--spring.config.additional-location=optional:"
              + home.path().resolve("application.yml").toUri());
      if (apns != null) {
        args.addAll(standIns(apns, home.simulation()));
      }
      settings.forEach((key, value) -> args.add("--" + key + "=" + value));
      context = run(main, args);
      return new RunningDaybook(home, apns, context);
    } catch (RuntimeException e) {
      if (context != null) {
        context.close();
      }
      if (apns != null) {
        apns.close();
      }
      throw e;
    }
  }

  private static ConfigurableApplicationContext run(Class<?> main, List<String> args) {
    SpringApplication application = new SpringApplication(main);
    application.setRegisterShutdownHook(false);
    return application.run(args.toArray(String[]::new));
  }

  private static List<String> standIns(StandInApns apns, Path simulation) {
    return List.of(
        "--daybook.simulation=true",
        "--daybook.apns_host=" + apns.host(),
        "--daybook.apns_port=" + apns.port(),
        "--daybook.apns_trusted_ca=" + simulation.resolve("apns").resolve("ca.pem"));
  }

  private void addPushCertificate(StandInCredentials credentials) {
    Origin origin = Origin.of(Actor.server(), UUID.randomUUID().toString()).causedBy("simulation");
    Instant now = context.getBean(Clock.class).instant();
    if (context
        .getBean(Intents.class)
        .send(new ListPushCertificates(now), origin)
        .reply()
        .isEmpty()) {
      context
          .getBean(PushCertificateFiles.class)
          .addPushCertificate(
              "Simulation", credentials.pushCertificate(), credentials.pushKey(), null, origin)
          .reply();
    }
  }

  /** Enrolls simulated devices and keeps them checking in; returns while they enroll. */
  public Simulation simulate(int devices) {
    simulation =
        Simulation.start(
            URI.create(admin.enrollmentUrl()), devices, home.simulation().resolve("devices"), apns);
    return simulation;
  }

  /** Where it answers, without a slash at the end. */
  public URI url() {
    String address = context.getEnvironment().getProperty("server.address", "127.0.0.1");
    return URI.create(
        (context.getBean(Tls.class).isServed() ? "https" : "http")
            + "://"
            + address
            + ":"
            + context.getEnvironment().getProperty("local.server.port"));
  }

  public Home home() {
    return home;
  }

  /** The administrator of the first start. */
  public FirstStart.Admin admin() {
    return admin;
  }

  /** The stand-in for Apple's push service, in a simulation. */
  public Optional<StandInApns> apns() {
    return Optional.ofNullable(apns);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Ends it cleanly: devices first, then the server, then the stand-ins. */
  @Override
  public synchronized void close() {
    if (simulation != null) {
      simulation.close();
    }
    context.close();
    if (apns != null) {
      apns.close();
    }
  }
}
