// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.enrollment.IdentityMode;
import daybook.ops.simulator.Reply;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.identity.TlsClient;
import daybook.projections.device.DeviceViews;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Daybook on its own TLS, and devices that show it their certificates on a port of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectTlsTest {
  private static final TlsAuthority PRIVATE = TlsAuthority.of("Private root");
  private static final TlsAuthority OTHERS = TlsAuthority.of("Another issuer of identities");

  private final int port = freePort();
  private Path files;
  private House house;
  private SimulatedDevice mac;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    files = folder;
    PRIVATE.write(PRIVATE.server("first"), folder);
    Files.writeString(folder.resolve("others.pem"), TlsAuthority.pem(OTHERS.root()));
    Map<String, String> settings = new HashMap<>();
    settings.put("daybook.tls_fullchain", "{{ file:" + folder.resolve("tls.pem") + " }}");
    settings.put("daybook.tls_privkey", "{{ file:" + folder.resolve("tls.key") + " }}");
    settings.put("daybook.scep_ca_fullchain", "{{ file:" + folder.resolve("others.pem") + " }}");
    settings.put("daybook.device.port", Integer.toString(port));
    house = House.at(folder.resolve("home"), settings);
    // The authority that it trusts comes with the profile.
    mac =
        SimulatedDevice.mac(1)
            .insideSimulation()
            .overTls(List.of())
            .install(download(house.link()));
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aDeviceEnrollsAndConnectsWithTheCertificateThatItShowsInTls() {
    assertThat(mac.profile().signMessage()).isFalse();
    assertThat(mac.profile().serverUrl().toString())
        .isEqualTo("https://127.0.0.1:" + port + "/public/mdm/connect/");
    mac.connect();
    await().untilAsserted(() -> assertThat(api().story(mac.udid())).contains("DeviceConnected"));
    assertThat(house.bean(DeviceViews.class).countEnrolled(IdentityMode.TLS)).isPositive();
  }

  @Test
  void whoMayNotEnterGetsAnAnswerAndAnEventInsteadOfABrokenHandshake() {
    Instant now = Instant.now();
    Identity good = mac.identity();
    Map<String, Identity> strangers =
        Map.of(
            "certificate_untrusted", TlsAuthority.of("Foreign").device("foreign", now),
            "certificate_not_valid_now", OTHERS.device("ended", now.minus(Duration.ofDays(1000))),
            "certificate_not_pinned", OTHERS.device("somebody", now));
    strangers.forEach(
        (reason, identity) -> {
          mac.use(identity);
          try {
            Reply reply = mac.tokenUpdate();
            assertThat(reply.status()).as(reason).isEqualTo(400);
            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).startsWith(reason);
          } finally {
            mac.use(good);
          }
          await().untilAsserted(() -> assertThat(refusals()).contains(reason.replace('_', ' ')));
        });
    assertThat(mac.isEnrolled()).isTrue();
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
  }

  @Test
  void whoShowsNoCertificateIsRefusedTooUnlessItSigns() throws Exception {
    HttpRequest unsigned =
        HttpRequest.newBuilder(mac.profile().serverUrl())
            .PUT(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    HttpResponse<String> answer =
        TlsClient.of(null, roots()).send(unsigned, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("identity_missing");
  }

  @Test
  void twoIdentitiesInOneRequestMustBeTheSame() throws Exception {
    byte[] body = "<plist/>".getBytes(StandardCharsets.UTF_8);
    for (Identity signer : List.of(mac.identity(), OTHERS.device("other", Instant.now()))) {
      HttpRequest both =
          HttpRequest.newBuilder(mac.profile().serverUrl())
              .header(
                  "Mdm-Signature",
                  daybook.ops.simulator.identity.SignatureShape.ATTRIBUTES.header(signer, body))
              .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<String> answer =
          TlsClient.of(mac.identity(), roots()).send(both, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .startsWith(signer == mac.identity() ? "plist_unreadable" : "identities_disagree");
    }
  }

  @Test
  void thePortForDevicesHasNothingElseAndAllElseAsksForNoCertificate() throws Exception {
    HttpClient client = TlsClient.of(null, roots());
    for (String path : List.of("/", "/api/mdm/devices/", "/public/mdm/scep", "/actuator/health")) {
      URI there = URI.create("https://127.0.0.1:" + port + path);
      assertThat(status(client, there)).as(path).isEqualTo(404);
    }
    assertThat(status(client, house.url().resolve("/actuator/health"))).isEqualTo(200);
    assertThat(house.url().getScheme()).isEqualTo("https");
  }

  @Test
  void aRenewedServerCertificateIsServedWithoutARestart() throws Exception {
    PRIVATE.write(PRIVATE.server("second"), files);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(served()).contains("CN=second"));
    Files.writeString(files.resolve("tls.pem"), "half a file");
    await()
        .during(Duration.ofMillis(2500))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(served()).contains("CN=second"));
    mac.connect();
    PRIVATE.write(PRIVATE.server("third"), files);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(served()).contains("CN=third"));
  }

  @Test
  void aNewAuthorityIsNamedToDevicesWithoutARestart() throws Exception {
    JsonNode made = house.ask("authorities/rollover", Map.of()).get("result");
    await()
        .untilAsserted(
            () ->
                assertThat(hints())
                    .contains(new X500Name(made.get("subject").asText()))
                    .contains(mac.identity().certificate().getIssuer())
                    .contains(OTHERS.root().certificate().getSubject()));
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
  }

  /** Whose certificates the port for devices asks for. */
  private List<X500Name> hints() throws Exception {
    HintedIssuers hinted = new HintedIssuers();
    status(TlsClient.choosing(new KeyManager[] {hinted}, roots()), mac.profile().serverUrl());
    return hinted.names();
  }

  private String served() throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        TlsClient.of(null, roots())
            .send(
                HttpRequest.newBuilder(house.url().resolve("/actuator/health")).build(),
                HttpResponse.BodyHandlers.discarding());
    try {
      return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0])
          .getSubjectX500Principal()
          .getName();
    } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
      throw new AssertionError(e);
    }
  }

  private static int status(HttpClient client, URI url) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private String refusals() {
    StringBuilder found = new StringBuilder();
    for (JsonNode entry :
        api().get("/api/mdm/audit/?type=RequestRefused&limit=100").get("results")) {
      found.append(entry.get("sentence").asText()).append('\n');
    }
    return found.toString();
  }

  private byte[] download(URI link) throws IOException {
    try {
      return TlsClient.of(null, roots())
          .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Api api() {
    return new Api(TlsClient.of(null, roots()), house.url(), house.daybook().admin().apiToken());
  }

  private static List<org.bouncycastle.cert.X509CertificateHolder> roots() {
    return List.of(PRIVATE.root().certificate());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
