// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Proof;
import daybook.ops.simulator.identity.SignatureShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Acknowledge-and-next round trips: 32 clients report on a command and get the next one, against
 * Daybook and against {@link CeilingServer}, in turns. Then what a signature costs, and what a long
 * past costs.
 */
final class ConnectBench implements Bench.Benchmark {
  private static final int CLIENTS = 32;
  private static final int ROUNDS = 9;
  private static final int WARM_UPS = 8;

  /** Until the compiler is done with both servers. */
  private static final int LONG_WARM_UPS = Integer.getInteger("bench.warm_ups", 25);

  private static final int ROUND_TRIPS = Integer.getInteger("bench.round_trips", 50);
  private static final int IDLES = 200;
  private static final int LONG_PAST = Integer.getInteger("bench.past", 100_000);
  private static final int SHORT_PAST = 100;

  @Override
  public Report run() throws Exception {
    Path home = Files.createTempDirectory("daybook-bench");
    Path ceilingHome = Files.createTempDirectory("daybook-ceiling");
    Files.writeString(
        home.resolve("application.yml"), "daybook:\n  trusted_proxies: [127.0.0.1]\n");
    Report report = new Report("connect");
    try (ServerProcess daybook = ServerProcess.daybook(home);
        Crowd crowd = new Crowd(CLIENTS)) {
      Fleet fleet = Fleet.enroll(daybook.port(), new Api(daybook.port(), home), CLIENTS, crowd);
      fleet.queue(2, crowd);
      crowd.each(fleet.clients(), Client::drain);
      byte[] written = RoundTripBytes.newest(home.resolve("log.db"));
      try (ServerProcess ceiling = ServerProcess.ceiling(ceilingHome, written)) {
        report.figure("written for one round trip", written.length, "bytes");
        throughput(report, fleet, daybook, ceiling, crowd);
      }
      signatures(report, fleet, crowd);
      past(report, daybook.port(), new Api(daybook.port(), home), crowd);
    } finally {
      Directories.delete(home);
      Directories.delete(ceilingHome);
    }
    return report;
  }

  private static void throughput(
      Report report, Fleet fleet, ServerProcess daybook, ServerProcess ceiling, Crowd crowd)
      throws Exception {
    List<Client> against = new ArrayList<>();
    for (SimulatedDevice device : fleet.devices()) {
      against.add(Client.proxied(ceiling.port(), device));
    }
    crowd.each(against, Client::idle);
    Samples ours = new Samples();
    Samples theirs = new Samples();
    Samples ourCpu = new Samples();
    Samples theirCpu = new Samples();
    for (int round = -LONG_WARM_UPS; round < ROUNDS; round++) {
      fleet.queue(ROUND_TRIPS + 1, crowd);
      crowd.each(fleet.clients(), Client::idle);
      daybook.settle();
      Duration daybookBefore = daybook.cpu();
      double seconds = crowd.each(fleet.clients(), ConnectBench::roundTrips);
      Duration daybookCpu = daybook.cpu().minus(daybookBefore);
      crowd.each(fleet.clients(), Client::drain);
      daybook.settle();
      Duration ceilingBefore = ceiling.cpu();
      double ceilingSeconds = crowd.each(against, ConnectBench::roundTrips);
      Duration ceilingCpu = ceiling.cpu().minus(ceilingBefore);
      if (round >= 0) {
        ourCpu.add(microsEach(daybookCpu));
        theirCpu.add(microsEach(ceilingCpu));
        ours.add(CLIENTS * ROUND_TRIPS / seconds);
        theirs.add(CLIENTS * ROUND_TRIPS / ceilingSeconds);
      }
    }
    for (Client client : against) {
      client.close();
    }
    report
        .figure("acknowledge-and-next, 32 clients, Daybook", ours.median(), "round trips/s")
        .figure("the same requests, ceiling", theirs.median(), "round trips/s")
        .figure("processor time of Daybook", ourCpu.median(), "µs/round trip")
        .figure("processor time of the ceiling", theirCpu.median(), "µs/round trip")
        .atLeast("Daybook / ceiling", ours.median() / theirs.median(), 0.5);
  }

  private static double microsEach(Duration cpu) {
    return cpu.toNanos() / 1e3 / (CLIENTS * ROUND_TRIPS);
  }

  private static void roundTrips(Client client) throws IOException {
    for (int i = 0; i < ROUND_TRIPS; i++) {
      client.acknowledge();
      if (!client.hasCommand()) {
        throw new IOException("there was no next command");
      }
    }
  }

  /** Idle messages without an event, so that the difference is the signature alone. */
  private static void signatures(Report report, Fleet fleet, Crowd crowd) throws Exception {
    Samples bare = new Samples();
    Samples attributes = new Samples();
    Samples headers = new Samples();
    List<Client> bareClients = signing(fleet, SignatureShape.BARE);
    List<Client> attributeClients = signing(fleet, SignatureShape.ATTRIBUTES);
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      double inHeaders = idleMicros(fleet.clients(), crowd);
      double signedBare = idleMicros(bareClients, crowd);
      double signedAttributes = idleMicros(attributeClients, crowd);
      if (round >= 0) {
        headers.add(inHeaders);
        bare.add(signedBare);
        attributes.add(signedAttributes);
      }
    }
    report
        .figure("Idle with the identity in headers", headers.median(), "µs each")
        .figure("Mdm-Signature without attributes: more", bare.median() - headers.median(), "µs")
        .figure(
            "Mdm-Signature with attributes: more", attributes.median() - headers.median(), "µs");
  }

  private static List<Client> signing(Fleet fleet, SignatureShape shape) throws IOException {
    List<Client> clients = new ArrayList<>();
    for (SimulatedDevice device : fleet.devices()) {
      clients.add(Client.signed(fleet.port(), device, Proof.signed(shape)));
    }
    return clients;
  }

  private static double idleMicros(List<Client> clients, Crowd crowd) throws Exception {
    double seconds =
        crowd.each(
            clients,
            client -> {
              for (int i = 0; i < IDLES; i++) {
                client.idle();
              }
            });
    return seconds * 1e6 / (clients.size() * IDLES);
  }

  /** One client at a time: a device that has lived long, and one that has just come. */
  private static void past(Report report, int port, Api api, Crowd crowd) throws Exception {
    Fleet aged = Fleet.enroll(port, api, 1, crowd, 10_000);
    aged.live(LONG_PAST, crowd);
    Samples longPast = new Samples();
    Samples shortPast = new Samples();
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      Fleet young = Fleet.enroll(port, api, 1, crowd, 20_000 + round);
      young.live(SHORT_PAST, crowd);
      double youngMicros = acknowledgeMicros(young, crowd);
      double agedMicros = acknowledgeMicros(aged, crowd);
      if (round >= 0) {
        shortPast.add(youngMicros);
        longPast.add(agedMicros);
      }
    }
    report
        .figure("one client, a device with 100 past events", shortPast.median(), "µs/round trip")
        .figure(
            "one client, a device with " + LONG_PAST + " past events",
            longPast.median(),
            "µs/round trip")
        .atMost("long past / short past", longPast.median() / shortPast.median(), 1.2);
  }

  private static double acknowledgeMicros(Fleet one, Crowd crowd) throws Exception {
    one.queue(ROUND_TRIPS + 1, crowd);
    Client client = one.clients().get(0);
    client.idle();
    long start = System.nanoTime();
    roundTrips(client);
    double micros = (System.nanoTime() - start) / 1e3 / ROUND_TRIPS;
    client.drain();
    return micros;
  }
}
