// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.identity.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One device's side of the measured traffic: prepared headers, and bodies put together by hand. */
final class Client implements AutoCloseable {
  private static final String PLIST =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
          + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n";
  private static final byte[] UUID_KEY =
      "<key>CommandUUID</key>".getBytes(StandardCharsets.US_ASCII);

  private final HttpLine line;
  private final byte[] head;
  private final byte[] idle;
  private final String udid;
  private byte[] next = new byte[0];

  private Client(HttpLine line, byte[] head, byte[] idle, String udid) {
    this.line = line;
    this.head = head;
    this.idle = idle;
    this.udid = udid;
  }

  /** A client that tells a device's identity as a proxy does. */
  static Client proxied(int port, SimulatedDevice device) throws IOException {
    return of(port, device, Proof.proxied());
  }

  /** A client whose idle message is signed; the same signature each time, since it is the same. */
  static Client signed(int port, SimulatedDevice device, Proof proof) throws IOException {
    return of(port, device, proof);
  }

  private static Client of(int port, SimulatedDevice device, Proof proof) throws IOException {
    byte[] idle = body("\t<key>Status</key>\n\t<string>Idle</string>\n", device.udid());
    Identity identity = device.identity();
    return new Client(
        new HttpLine(port), head(port, proof.headers(identity, idle)), idle, device.udid());
  }

  /** Says that it is idle, and keeps the command that it gets. */
  boolean idle() throws IOException {
    next = line.exchange(head, idle);
    return next.length > 0;
  }

  /** Acknowledges the command that it has, and keeps the next. */
  boolean acknowledge() throws IOException {
    next = line.exchange(head, acknowledgement());
    return next.length > 0;
  }

  /** Acknowledges all there is; returns how many it was. */
  int drain() throws IOException {
    int count = 0;
    for (boolean more = idle(); more; more = acknowledge()) {
      count++;
    }
    return count;
  }

  boolean hasCommand() {
    return next.length > 0;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }

  private byte[] acknowledgement() {
    return body(
        "\t<key>CommandUUID</key>\n\t<string>"
            + commandId()
            + "</string>\n\t<key>Status</key>\n\t<string>Acknowledged</string>\n",
        udid);
  }

  /** What stands between the next pair of tags after the key. */
  private String commandId() {
    String text = new String(next, StandardCharsets.ISO_8859_1);
    int key = text.indexOf(new String(UUID_KEY, StandardCharsets.US_ASCII));
    int start = text.indexOf("<string>", key) + "<string>".length();
    return text.substring(start, text.indexOf('<', start));
  }

  private static byte[] body(String content, String udid) {
    return (PLIST
            + "<dict>\n"
            + content
            + "\t<key>UDID</key>\n\t<string>"
            + udid
            + "</string>\n</dict>\n</plist>\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] head(int port, Map<String, String> proof) {
    StringBuilder head =
        new StringBuilder("PUT /public/mdm/connect/ HTTP/1.1\r\nHost: 127.0.0.1:" + port);
    head.append("\r\nContent-Type: application/x-apple-aspen-mdm; charset=UTF-8\r\n");
    proof.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
