// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.domain.enrollment.IdentityMode;
import daybook.ops.simulator.Answered;
import daybook.ops.simulator.Model;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.identity.ProxyForm;
import daybook.ops.simulator.identity.SignatureShape;
import daybook.ops.simulator.identity.TlsClient;
import daybook.projections.device.DeviceViews;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of device by each way to prove its identity: it enrolls, carries a command out, is
 * renewed, and leaves.
 */
class WaysOfProofTest {
  private static final AtomicLong SEEDS = new AtomicLong();
  private static final String USUAL = ProxyForm.NGINX.header();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> eachKindOfDeviceThatSignsInEitherShape() {
    House house = House.at(folder);
    return kinds(
            Arrays.stream(SignatureShape.values()),
            (device, shape) -> device.signing(shape),
            new Site(house, house.api(), List.of(), IdentityMode.SIGNATURE))
        .onClose(house::close);
  }

  @TestFactory
  Stream<DynamicTest> eachKindOfDeviceBehindAProxyThatWritesPemOrBase64() {
    return behindProxies(USUAL);
  }

  @TestFactory
  Stream<DynamicTest> eachKindOfDeviceBehindEnvoy() {
    return behindProxies(ProxyForm.ENVOY.header());
  }

  @TestFactory
  Stream<DynamicTest> eachKindOfDeviceBehindAProxyOfRfc9440() {
    return behindProxies(ProxyForm.RFC_9440.header());
  }

  @TestFactory
  Stream<DynamicTest> eachKindOfDeviceThatShowsItsCertificateInTls() {
    TlsAuthority root = TlsAuthority.of("Private root");
    root.write(root.server("server"), folder);
    House house =
        House.at(
            folder.resolve("home"),
            Map.of(
                "daybook.tls_fullchain", "{{ file:" + folder.resolve("tls.pem") + " }}",
                "daybook.tls_privkey", "{{ file:" + folder.resolve("tls.key") + " }}",
                "daybook.device.port", Integer.toString(freePort())));
    List<X509CertificateHolder> roots = List.of(root.root().certificate());
    HttpClient http = TlsClient.of(null, roots);
    Api api = new Api(http, house.url(), house.daybook().admin().apiToken());
    return kinds(
            Stream.of("TLS"),
            (device, way) -> device.overTls(roots),
            new Site(house, api, roots, IdentityMode.TLS))
        .onClose(house::close);
  }

  private Stream<DynamicTest> behindProxies(String header) {
    House house =
        House.at(
            folder,
            Map.of(
                "daybook.mtls_proxy", "true",
                "daybook.trusted_proxies", "127.0.0.1",
                "daybook.mtls_proxy_header", header));
    return kinds(
            Arrays.stream(ProxyForm.values()).filter(form -> form.header().equals(header)),
            (device, form) -> device.behindProxy(form),
            new Site(house, house.api(), List.of(), IdentityMode.PROXY))
        .onClose(house::close);
  }

  /**
   * Where they enroll.
   *
   * @param roots whose server certificates a device trusts
   */
  private record Site(House house, Api api, List<X509CertificateHolder> roots, IdentityMode mode) {}

  @FunctionalInterface
  private interface Proving<W> {
    void with(SimulatedDevice device, W way);
  }

  private static <W> Stream<DynamicTest> kinds(Stream<W> ways, Proving<W> proving, Site site) {
    return ways.flatMap(
        way ->
            Arrays.stream(Model.values())
                .map(
                    model ->
                        DynamicTest.dynamicTest(
                            model + " by " + way,
                            () -> lives(model, device -> proving.with(device, way), site))));
  }

  private static void lives(Model model, Consumer<SimulatedDevice> proving, Site site)
      throws IOException, InterruptedException {
    SimulatedDevice device = SimulatedDevice.of(model, SEEDS.incrementAndGet()).insideSimulation();
    proving.accept(device);
    device.install(download(site));
    awaitStory(site, device, "DeviceEnrolled");
    assertThat(mode(site, device)).isEqualTo(site.mode());
    site.api().queue(number(site, device), "SecurityInfo");
    assertThat(device.connect()).extracting(Answered::requestType).contains("SecurityInfo");
    assertThat(device.rotateToken().status()).isEqualTo(200);

    Identity former = device.identity();
    device.use(device.renewByScep());
    assertThat(device.authenticate().status()).isEqualTo(200);
    awaitStory(site, device, "IdentityRenewed");
    assertThat(mode(site, device)).isEqualTo(site.mode());
    Identity present = device.identity();
    device.use(former);
    assertThat(device.tokenUpdate().status()).isEqualTo(400);
    device.use(present);

    assertThat(device.checkOut().status()).isEqualTo(200);
    awaitStory(site, device, "DeviceUnenrolled");
  }

  private static byte[] download(Site site) throws IOException, InterruptedException {
    return TlsClient.of(null, site.roots())
        .send(
            HttpRequest.newBuilder(site.house().link()).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  private static IdentityMode mode(Site site, SimulatedDevice device) {
    return site.house()
        .bean(DeviceViews.class)
        .byNumber(number(site, device))
        .orElseThrow()
        .life()
        .identityMode();
  }

  private static long number(Site site, SimulatedDevice device) {
    return site.api().deviceByUdid(device.udid()).get("id").asLong();
  }

  private static void awaitStory(Site site, SimulatedDevice device, String event) {
    await().untilAsserted(() -> assertThat(site.api().story(device.udid())).contains(event));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
