// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Daybook's API as an operator's program uses it. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int MOST_LOOKS = 100;
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final int port;
  private final JsonNode administrator;

  Api(int port, Path home) throws IOException {
    this.port = port;
    administrator = JSON.readTree(home.resolve("admin.json").toFile());
  }

  URI enrollmentLink() {
    return URI.create(administrator.get("enrollment_url").asText());
  }

  /** The number of a device that has enrolled, once the view has it. */
  long device(HttpLine line, String serialNumber) throws IOException, InterruptedException {
    byte[] head = head("GET", "/api/mdm/devices/?serial_number=" + serialNumber);
    JsonNode devices = JSON.readTree(line.exchange(head, new byte[0]));
    for (int i = 0; i < MOST_LOOKS && devices.isEmpty(); i++) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      devices = JSON.readTree(line.exchange(head, new byte[0]));
    }
    if (devices.size() != 1) {
      throw new IOException("one device was expected, not " + devices);
    }
    return devices.get(0).get("id").asLong();
  }

  /** Queues a command; a harmless query. */
  void queue(HttpLine line, long device) throws IOException {
    byte[] body =
        "{\"command\":\"<dict><key>RequestType</key><string>SecurityInfo</string></dict>\"}"
            .getBytes(StandardCharsets.UTF_8);
    line.exchange(head("POST", "/api/mdm/devices/" + device + "/send_custom_command/"), body);
  }

  private byte[] head(String method, String path) {
    return (method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAuthorization: Token "
            + administrator.get("api_token").asText()
            + "\r\nContent-Type: application/json\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
