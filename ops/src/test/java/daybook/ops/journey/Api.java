// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The API as a program with a token sees it. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI base;
  private final String token;

  Api(URI base, String token) {
    this(HttpClient.newHttpClient(), base, token);
  }

  Api(HttpClient http, URI base, String token) {
    this.http = http;
    this.base = base;
    this.token = token;
  }

  JsonNode get(String path) {
    HttpResponse<String> response = send(request(path).GET().build());
    if (response.statusCode() != 200) {
      throw new AssertionError(
          path + " answered " + response.statusCode() + ": " + response.body());
    }
    return json(response.body());
  }

  HttpResponse<String> post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  /** Makes one of a list, and answers it. */
  JsonNode made(String list, Map<String, ?> body) {
    HttpResponse<String> answer = post(list, body);
    if (answer.statusCode() != 201) {
      throw new AssertionError(list + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return json(answer.body());
  }

  HttpResponse<String> put(String path, Map<String, ?> body) {
    return send("PUT", path, body);
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE().build());
  }

  /** A file, byte by byte. */
  byte[] download(String path) {
    try {
      return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The status of a request without a body. */
  int status(String method, String path) {
    return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()).build())
        .statusCode();
  }

  private HttpResponse<String> send(String method, String path, Map<String, ?> body) {
    try {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Queues a command for a device by its number; returns the CommandUUID. */
  String queue(long device, String requestType) {
    return queueDict(device, "<key>RequestType</key><string>" + requestType + "</string>");
  }

  /** Queues the installation of a profile. */
  String install(long device, byte[] profile) {
    return queueDict(
        device,
        "<key>RequestType</key><string>InstallProfile</string><key>Payload</key><data>"
            + Base64.getEncoder().encodeToString(profile)
            + "</data>");
  }

  private String queueDict(long device, String entries) {
    HttpResponse<String> response =
        post(
            "/api/mdm/devices/" + device + "/send_custom_command/",
            Map.of("command", "<dict>" + entries + "</dict>"));
    if (response.statusCode() != 201) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return json(response.body()).get("uuid").asText();
  }

  JsonNode deviceByUdid(String udid) {
    JsonNode devices = get("/api/mdm/devices/?udid=" + udid);
    if (devices.size() != 1) {
      throw new AssertionError("not one device with UDID " + udid + ": " + devices);
    }
    return devices.get(0);
  }

  /** The types of the events about a device, the oldest first. */
  List<String> story(String udid) {
    List<String> types = new ArrayList<>();
    String path = "/api/mdm/audit/?limit=500&udid=" + udid;
    for (JsonNode entry : get(path).get("results")) {
      types.add(0, entry.get("type").asText());
    }
    return types;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Token " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
