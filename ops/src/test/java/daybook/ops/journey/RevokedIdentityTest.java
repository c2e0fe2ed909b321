// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.commandside.ca.PemCertificates;
import daybook.commandside.ca.Sha256;
import daybook.commandside.device.enroll.Renewals;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.enrollment.EnrollmentId;
import daybook.ops.simulator.NotTaken;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.scep.ScepRefused;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The identity of a stolen machine is revoked: here, and for those who read our list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevokedIdentityTest {
  private Path files;
  private House house;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    files = Files.createDirectory(folder.resolve("files"));
    house = House.atAnyTime(folder.resolve("home"), Map.of());
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aRevokedIdentityGets400AtEveryDoorIsNeverRenewedAndItsDeviceMayEnrollAnew() {
    SimulatedDevice mac = enroll(1);
    long number = house.api().deviceByUdid(mac.udid()).get("id").asLong();
    byte[] renewal = openRenewal(mac);
    String path = "/api/mdm/devices/" + number + "/revoke_identity/";

    assertThat(house.api().post(path, Map.of()).statusCode()).isEqualTo(200);

    assertThat(condition(number)).isEqualTo("identity_revoked");
    assertThat(house.api().post(path, Map.of()).body())
        .isEqualTo("{\"detail\":\"The identity of this device is revoked.\"}");
    assertThat(catchThrowable(mac::connect))
        .isInstanceOf(NotTaken.class)
        .hasMessageContaining("400");
    assertThat(mac.tokenUpdate().status()).isEqualTo(400);
    assertThat(mac.authenticate().status()).isEqualTo(400);
    assertThat(new String(mac.setBootstrapToken().body(), StandardCharsets.UTF_8))
        .startsWith("certificate_revoked");
    assertThat(catchThrowable(mac::renewByScep)).isInstanceOf(ScepRefused.class);
    SimulatedDevice copy = SimulatedDevice.mac(1).insideSimulation();
    assertThat(catchThrowable(() -> copy.install(renewal)))
        .as("a challenge that was made before")
        .isInstanceOf(ScepRefused.class);
    assertThat(mac.isEnrolled()).as("it is never told to go").isTrue();
    assertThat(
            house
                .api()
                .post(
                    "/api/mdm/devices/" + number + "/send_custom_command/",
                    Map.of("command", "<dict><key>RequestType</key><string>A</string></dict>"))
                .statusCode())
        .isEqualTo(400);
    await()
        .untilAsserted(
            () ->
                assertThat(refusals())
                    .filteredOn(sentence -> sentence.contains("certificate revoked"))
                    .hasSizeGreaterThanOrEqualTo(5));

    mac.leaveSilently();
    mac.enroll(house.link());

    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(condition(number)).isEqualTo("enrolled"));
    assertThat(house.api().story(mac.udid()))
        .containsSubsequence("DeviceEnrolled", "IdentityRevoked", "EnrollmentStarted");
  }

  @Test
  void opensslFindsTheRevokedIdentityOnTheListThatItsCertificateNames() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
    SimulatedDevice mac = enroll(3);
    SimulatedDevice other = enroll(5);
    long number = house.api().deviceByUdid(mac.udid()).get("id").asLong();
    X509CRLHolder before = new X509CRLHolder(house.api().download(place(mac)));
    house.api().post("/api/mdm/devices/" + number + "/revoke_identity/", Map.of());

    await()
        .untilAsserted(
            () -> {
              X509CRLHolder now = new X509CRLHolder(house.api().download(place(mac)));
              assertThat(now.getRevokedCertificate(serial(mac))).isNotNull();
              assertThat(now.getRevokedCertificate(serial(other))).isNull();
              assertThat(number(now)).isGreaterThan(number(before));
            });
    write("ca.pem", house.ask("authorities/export", Map.of()).at("/result/pem").asText());
    Files.write(files.resolve("list.crl"), house.api().download(place(mac)));
    write(
        "list.pem",
        new String(
            house.api().download(place(mac).replace(".crl", ".pem")), StandardCharsets.US_ASCII));
    assertThat(openssl("crl", "-inform", "DER", "-in", "list.crl", "-CAfile", "ca.pem", "-text"))
        .contains("verify OK", "X509v3 CRL Number", "Next Update")
        .contains(serial(mac).toString(16).toUpperCase(Locale.ROOT));
    assertThat(openssl("crl", "-in", "list.pem", "-CAfile", "ca.pem", "-noout"))
        .contains("verify OK");
    write("mac.pem", pem(mac));
    write("other.pem", pem(other));
    String[] check = {"verify", "-crl_check", "-CRLfile", "list.pem", "-CAfile", "ca.pem"};
    assertThat(openssl(with(check, "mac.pem"))).contains("certificate revoked");
    assertThat(openssl(with(check, "other.pem"))).contains("other.pem: OK");
  }

  @Test
  void theListIsSignedAnewEachDayAndEachAuthorityHasItsOwn() throws Exception {
    SimulatedDevice mac = enroll(7);
    X509CRLHolder first = new X509CRLHolder(house.api().download(place(mac)));
    assertThat(first.getThisUpdate()).isBefore(first.getNextUpdate());
    assertThat(house.api().download(place(mac))).isEqualTo(first.getEncoded());
    house.pass(Duration.ofDays(1));
    X509CRLHolder second = new X509CRLHolder(house.api().download(place(mac)));
    assertThat(number(second)).isGreaterThan(number(first));
    assertThat(second.getThisUpdate()).isAfter(first.getThisUpdate());

    JsonNode made = house.ask("authorities/rollover", Map.of()).get("result");
    SimulatedDevice young = enroll(9);
    assertThat(place(young)).isEqualTo("/public/mdm/crl/" + made.get("name").asText() + ".crl");
    X509CRLHolder own = new X509CRLHolder(house.api().download(place(young)));
    assertThat(own.getIssuer()).isEqualTo(young.identity().certificate().getIssuer());
    assertThat(own.getRevokedCertificates()).isEmpty();
    assertThat(house.api().status("GET", "/public/mdm/crl/00000000.crl")).isEqualTo(404);
  }

  private SimulatedDevice enroll(long seed) {
    SimulatedDevice mac = SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
    await()
        .untilAsserted(() -> assertThat(house.api().story(mac.udid())).contains("DeviceEnrolled"));
    return mac;
  }

  private byte[] openRenewal(SimulatedDevice mac) {
    return house
        .bean(Renewals.class)
        .open(
            EnrollmentId.ofUdid(mac.udid()),
            Sha256.hex(mac.identity().der()),
            true,
            Duration.ofHours(1),
            Origin.of(Actor.server(), "test"))
        .reply()
        .profile();
  }

  private String condition(long number) {
    return house.api().get("/api/mdm/devices/" + number + "/").at("/life_cycle/condition").asText();
  }

  private List<String> refusals() {
    return house
        .api()
        .get("/api/mdm/audit/?type=RequestRefused&limit=100")
        .get("results")
        .findValuesAsText("sentence");
  }

  /** The path of the list that a device's certificate names. */
  private static String place(SimulatedDevice mac) {
    X509CertificateHolder certificate = mac.identity().certificate();
    CRLDistPoint points =
        CRLDistPoint.getInstance(
            certificate.getExtension(Extension.cRLDistributionPoints).getParsedValue());
    String url =
        GeneralNames.getInstance(points.getDistributionPoints()[0].getDistributionPoint().getName())
            .getNames()[0]
            .getName()
            .toString();
    return url.substring(url.indexOf("/public/"));
  }

  private static BigInteger serial(SimulatedDevice mac) {
    return mac.identity().certificate().getSerialNumber();
  }

  private static BigInteger number(X509CRLHolder list) {
    return CRLNumber.getInstance(list.getExtension(Extension.cRLNumber).getParsedValue())
        .getCRLNumber();
  }

  private static String pem(SimulatedDevice mac) {
    return PemCertificates.write(mac.identity().certificate());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(files.resolve(name), text);
  }

  private static String[] with(String[] arguments, String last) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }

  private String openssl(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "openssl";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command).directory(files.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
