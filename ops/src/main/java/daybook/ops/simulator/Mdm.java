// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** HTTP as devices speak it. One client serves all devices of a program. */
record Mdm(HttpClient http, String userAgent) {
  static final String CHECK_IN = "application/x-apple-aspen-mdm-checkin";
  static final String REPORT = "application/x-apple-aspen-mdm; charset=UTF-8";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient SHARED =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  static Mdm of(Model model) {
    return new Mdm(SHARED, model.userAgent());
  }

  /** Downloads a profile; anything but 200 is not taken. */
  byte[] download(URI link) {
    Reply reply = send(request(link).GET());
    if (!reply.isTaken()) {
      throw new NotTaken("GET " + link, reply);
    }
    return reply.body();
  }

  Reply put(URI url, String contentType, byte[] body, Map<String, String> proof) {
    HttpRequest.Builder request = request(url).header("Content-Type", contentType);
    proof.forEach(request::header);
    return send(request.PUT(BodyPublishers.ofByteArray(body)));
  }

  Reply post(URI url, String contentType, byte[] body) {
    return send(
        request(url).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(URI url) {
    return HttpRequest.newBuilder(url).timeout(PATIENCE).header("User-Agent", userAgent);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
