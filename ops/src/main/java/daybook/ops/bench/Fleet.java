// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.ops.simulator.SimulatedDevice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Devices that enrolled for a benchmark, each with a connection and a line to the API. */
final class Fleet {
  /** A round of events: queued, pushed, taken by APNs, delivered, acknowledged; at least three. */
  private static final int EVENTS_PER_COMMAND = 3;

  private static final int BATCH = 200;

  private record Member(SimulatedDevice device, Client client, HttpLine api, long number) {}

  private final int port;
  private final Api api;
  private final List<Member> members;

  private Fleet(int port, Api api, List<Member> members) {
    this.port = port;
    this.api = api;
    this.members = members;
  }

  static Fleet enroll(int port, Api api, int count, Crowd crowd) throws Exception {
    return enroll(port, api, count, crowd, 0);
  }

  /** Enrolls that many, with seeds from one on, and lets them answer what they are asked first. */
  static Fleet enroll(int port, Api api, int count, Crowd crowd, long firstSeed) throws Exception {
    List<SimulatedDevice> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      devices.add(SimulatedDevice.mac(firstSeed + i).insideSimulation().behindProxy());
    }
    crowd.each(devices, device -> device.enroll(api.enrollmentLink()));
    List<Member> members = new ArrayList<>();
    for (SimulatedDevice device : devices) {
      device.connect();
      HttpLine line = new HttpLine(port);
      members.add(
          new Member(
              device, Client.proxied(port, device), line, api.device(line, device.serialNumber())));
    }
    return new Fleet(port, api, members);
  }

  int port() {
    return port;
  }

  List<SimulatedDevice> devices() {
    return members.stream().map(Member::device).toList();
  }

  List<Client> clients() {
    return members.stream().map(Member::client).toList();
  }

  /** Queues that many commands for each. */
  void queue(int commands, Crowd crowd) throws Exception {
    crowd.each(members, member -> queue(member, commands));
  }

  /** Gives each at least that many events. */
  void live(int events, Crowd crowd) throws Exception {
    int commands = (events + EVENTS_PER_COMMAND - 1) / EVENTS_PER_COMMAND;
    for (int done = 0; done < commands; done += BATCH) {
      queue(Math.min(BATCH, commands - done), crowd);
      crowd.each(clients(), Client::drain);
    }
  }

  private void queue(Member member, int commands) throws IOException {
    for (int i = 0; i < commands; i++) {
      api.queue(member.api(), member.number());
    }
  }
}
