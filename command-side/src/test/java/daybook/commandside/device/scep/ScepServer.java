// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.ca.Trust;
import daybook.commandside.device.MemorySeams;
import daybook.commandside.device.MovableClock;
import daybook.commandside.device.NotedRefusals;
import daybook.commandside.device.enroll.PublicUrl;
import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.Origins;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.session.SessionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

/** The SCEP door over ports in memory, as a controller and, for real clients, on a socket. */
final class ScepServer implements AutoCloseable {
  final MemorySeams seams = new MemorySeams();
  static final RenewalSettings RENEWAL =
      new RenewalSettings(Duration.ofDays(90), Duration.ofDays(180));

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T08:00:00Z"));
  final NotedRefusals refusals;
  final CertificateAuthority authority = new CertificateAuthority(seams, seams);
  private final MockMvc mvc;
  private HttpServer http;

  ScepServer() {
    this(new ScepSettings(true, DataSize.ofKilobytes(64)));
  }

  ScepServer(ScepSettings settings) {
    DoorSettings doors =
        new DoorSettings(
            List.of(), DataSize.ofMegabytes(1), DataSize.ofMegabytes(16), DataSize.ofMegabytes(64));
    Origins origins = new Origins(seams, new TrustedProxies(doors), clock);
    refusals = new NotedRefusals(seams, origins, clock);
    SessionHistory history = new SessionHistory(seams, seams);
    PkiOperation operation =
        new PkiOperation(
            authority,
            new Admission(seams, history),
            new RenewalAdmission(seams, Trust.of(authority, ""), RENEWAL, history),
            new Issuance(
                seams,
                authority,
                new IdentitySubject(history),
                PublicUrl.of(URI.create("https://mdm.example.org"))),
            seams,
            refusals,
            new RefusalBudget(),
            settings);
    mvc =
        MockMvcBuilders.standaloneSetup(
                new ScepController(authority, operation, origins, refusals, settings, clock))
            .build();
  }

  MockHttpServletResponse get(String query) throws Exception {
    return perform("GET", query, null);
  }

  MockHttpServletResponse post(byte[] body) throws Exception {
    return perform("POST", "operation=PKIOperation", body);
  }

  MockHttpServletResponse perform(String method, String query, byte[] body) throws Exception {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(
            HttpMethod.valueOf(method), URI.create("http://localhost/public/mdm/scep"));
    request.with(
        raw -> {
          raw.setQueryString(query);
          return raw;
        });
    if (body != null) {
      request.content(body);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  /** Starts to listen; the address is the door's. */
  URI listen() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/public/mdm/scep", this::bridge);
    http.start();
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/public/mdm/scep");
  }

  private void bridge(HttpExchange exchange) throws IOException {
    try (exchange) {
      MockHttpServletResponse answer =
          perform(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawQuery(),
              exchange.getRequestBody().readAllBytes());
      if (answer.getContentType() != null) {
        exchange.getResponseHeaders().set("Content-Type", answer.getContentType());
      }
      byte[] body = answer.getContentAsByteArray();
      exchange.sendResponseHeaders(answer.getStatus(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    if (http != null) {
      http.stop(0);
    }
  }
}
