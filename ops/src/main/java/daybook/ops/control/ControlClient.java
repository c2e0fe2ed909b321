// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks a running server. */
public final class ControlClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final ControlAddress address;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  public ControlClient(ControlAddress address) {
    this.address = address;
  }

  /**
   * Asks for something; returns when it is done, however long that takes.
   *
   * @param answer told each line of the answer, as {@link Controls} writes them
   * @throws ControlUnreachable when nobody listens there, or not a Daybook of this token: nothing
   *     was asked
   * @throws IOException when the answer ended early
   */
  public void ask(String name, byte[] asked, Consumer<String> answer)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.address().resolve("/control/" + name))
            .header("Authorization", "Bearer " + address.token())
            .POST(BodyPublishers.ofByteArray(asked))
            .build();
    HttpResponse<Stream<String>> response = send(request);
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() == 401) {
        throw new ControlUnreachable("it knows another token");
      }
      if (response.statusCode() != 200) {
        throw new IOException("it answered with status " + response.statusCode());
      }
      lines.forEach(answer);
    }
  }

  private HttpResponse<Stream<String>> send(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofLines());
    } catch (ConnectException nobody) {
      throw new ControlUnreachable("nobody listens");
    }
  }
}
