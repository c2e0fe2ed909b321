// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.Reply;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every refusal at the device door has its status, and none unenrolls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
  private static final String CHECKIN = "/public/mdm/checkin/";
  private static final String CONNECT = "/public/mdm/connect/";

  private House house;
  private SimulatedDevice mac;

  @BeforeAll
  void open(@TempDir Path folder) {
    house = House.at(folder);
    mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
  }

  @AfterEach
  void theDeviceIsStillEnrolled() {
    assertThat(mac.isEnrolled()).isTrue();
    assertThat(mac.report(idle(mac)).status()).isEqualTo(200);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aStrangerWithoutAnIdentityIsRefusedWith400() {
    assertThat(put(CONNECT, bytes(idle(mac)), null)).isEqualTo(400);
    assertThat(put(CHECKIN, bytes(checkin("TokenUpdate")), null)).isEqualTo(400);
    assertThat(put(CONNECT, bytes(idle(mac)), "not base64 !")).isEqualTo(400);
    assertThat(put(CONNECT, bytes(idle(mac)), "bm90IGEgQ01T")).isEqualTo(400);
  }

  @Test
  void aForgedCertificateHeaderIsNoIdentity() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(house.url().resolve(CONNECT))
            .header("X-SSL-Client-Cert", "-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----")
            .header("X-SSL-Client-S-DN", "CN=anybody")
            .PUT(BodyPublishers.ofByteArray(bytes(idle(mac))))
            .build();
    assertThat(status(request)).isEqualTo(400);
  }

  @Test
  void whatIsNoPropertyListIsRefusedWith400() {
    for (String body :
        new String[] {
          "", "<", "bplist00", "[1]", "<plist><dict>", "<!DOCTYPE a [<!ENTITY b 'c'>]><plist/>"
        }) {
      Reply reply =
          mac.send(
              house.url().resolve(CONNECT),
              "application/x-apple-aspen-mdm",
              body.getBytes(StandardCharsets.UTF_8));
      assertThat(reply.status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void aMessageThatMissesAFieldIsToldWhich() {
    NSDictionary noStatus = new NSDictionary();
    noStatus.put("UDID", mac.udid());
    Reply reply = mac.report(noStatus);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("Status");

    NSDictionary odd = idle(mac);
    odd.put("Status", "Whatever");
    assertThat(mac.report(odd).status()).isEqualTo(400);

    NSDictionary noUdid = new NSDictionary();
    noUdid.put("Status", "Idle");
    assertThat(new String(mac.report(noUdid).body(), StandardCharsets.UTF_8)).contains("UDID");
  }

  @Test
  void messagesThatAreNotServedGetTheirDocumentedRefusal() {
    assertThat(mac.checkIn(checkin("DeclarativeManagement")).status()).isEqualTo(400);
    assertThat(mac.checkIn(checkin("GetToken")).status()).isEqualTo(400);
    assertThat(mac.checkIn(checkin("SomethingNew")).status()).isEqualTo(400);
    NSDictionary user = checkin("UserAuthenticate");
    user.put("UserID", "11111111-2222-4333-8444-555555555555");
    assertThat(mac.checkIn(user).status()).isEqualTo(410);
    await()
        .untilAsserted(
            () ->
                assertThat(house.api().story(mac.udid()))
                    .contains("CheckinDeclined", "UserChannelDeclined"));
  }

  @Test
  void aBootstrapTokenIsKeptAndReleasedToTheDeviceThatGaveIt() {
    assertThat(mac.setBootstrapToken().status()).isEqualTo(200);
    assertThat(mac.askBootstrapToken()).isEqualTo(mac.bootstrapToken());
    await()
        .untilAsserted(
            () ->
                assertThat(
                        house
                            .api()
                            .deviceByUdid(mac.udid())
                            .get("bootstrap_token_escrowed")
                            .asBoolean())
                    .isTrue());
  }

  @Test
  void anotherDevicesCertificateIsRefused() {
    SimulatedDevice other = SimulatedDevice.mac(3).insideSimulation().enroll(house.link());
    Identity own = mac.identity();
    mac.use(other.identity());
    assertThat(mac.report(idle(mac)).status()).isEqualTo(400);
    assertThat(mac.authenticate().status()).isEqualTo(400);
    mac.use(own);
  }

  @Test
  void anotherTopicIsRefused() {
    NSDictionary update = checkin("TokenUpdate");
    update.put("Topic", "com.apple.mgmt.External.other");
    update.put("PushMagic", "magic");
    update.put("Token", new byte[32]);
    assertThat(mac.checkIn(update).status()).isEqualTo(400);
  }

  @Test
  void otherMethodsGet405() throws IOException, InterruptedException {
    for (String path : new String[] {CHECKIN, CONNECT}) {
      HttpRequest request = HttpRequest.newBuilder(house.url().resolve(path)).GET().build();
      assertThat(status(request)).isEqualTo(405);
    }
  }

  @Test
  void aStrangerOverTheCapGets413AndADevicesHugeReportIsClosed() {
    byte[] huge = new byte[17 << 20];
    assertThat(put(CONNECT, huge, null)).isIn(400, 413);
    assertThat(put(CHECKIN, new byte[2 << 20], null)).isIn(400, 413);

    await()
        .until(
            () -> house.api().get("/api/mdm/devices/?udid=" + mac.udid()),
            found -> found.size() == 1);
    long number = house.api().deviceByUdid(mac.udid()).get("id").asLong();
    mac.connect();
    house.api().queue(number, "InstalledApplicationList");
    mac.report(idle(mac));
    assertThat(
            mac.send(house.url().resolve(CONNECT), "application/x-apple-aspen-mdm", huge).status())
        .isEqualTo(200);
    await()
        .untilAsserted(
            () -> assertThat(house.api().story(mac.udid())).contains("CommandResultTooLarge"));
  }

  @Test
  void aReportOnAnUnknownCommandIs200AndAnEvent() {
    NSDictionary report = idle(mac);
    report.put("Status", "Acknowledged");
    report.put("CommandUUID", "00000000-0000-4000-8000-00000000beef");
    assertThat(mac.report(report).status()).isEqualTo(200);
    assertThat(house.api().story(mac.udid())).contains("UnknownCommandReported");
  }

  @Test
  void aFormatErrorThatNamesNoCommandClosesTheOneThatIsOut() {
    await()
        .until(
            () -> house.api().get("/api/mdm/devices/?udid=" + mac.udid()),
            found -> found.size() == 1);
    mac.connect();
    house.api().queue(house.api().deviceByUdid(mac.udid()).get("id").asLong(), "ProfileList");
    mac.report(idle(mac));
    NSDictionary report = idle(mac);
    report.put("Status", "CommandFormatError");
    assertThat(mac.report(report).status()).isEqualTo(200);
    await()
        .untilAsserted(() -> assertThat(house.api().story(mac.udid())).contains("CommandRefused"));
    assertThat(mac.report(report).status()).isEqualTo(200);
    await()
        .untilAsserted(
            () -> assertThat(house.api().story(mac.udid())).contains("UnknownCommandReported"));
  }

  @Test
  void whoHasLeftIsToldWith400UntilItEnrollsAgain() {
    SimulatedDevice leaver = SimulatedDevice.iPhone(4).insideSimulation().enroll(house.link());
    NSDictionary idle = idle(leaver);
    NSDictionary checkOut = new NSDictionary();
    checkOut.put("MessageType", "CheckOut");
    checkOut.put("Topic", leaver.profile().topic());
    checkOut.put("UDID", leaver.udid());
    assertThat(leaver.checkIn(checkOut).status()).isEqualTo(200);
    assertThat(leaver.checkIn(checkOut).status()).isEqualTo(200);
    assertThat(leaver.report(idle).status()).isEqualTo(400);
  }

  @Test
  void refusalsOfStrangersAreInTheAuditTrail() {
    put(CONNECT, bytes(idle(mac)), null);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        house
                            .api()
                            .get("/api/mdm/audit/?type=RequestRefused")
                            .get("results")
                            .size())
                    .isPositive());
  }

  private NSDictionary checkin(String type) {
    NSDictionary message = new NSDictionary();
    message.put("MessageType", type);
    message.put("UDID", mac.udid());
    message.put("Topic", mac.profile().topic());
    return message;
  }

  private static NSDictionary idle(SimulatedDevice device) {
    NSDictionary message = new NSDictionary();
    message.put("Status", "Idle");
    message.put("UDID", device.udid());
    return message;
  }

  private static byte[] bytes(NSDictionary message) {
    return message.toXMLPropertyList().getBytes(StandardCharsets.UTF_8);
  }

  private int put(String path, byte[] body, String signature) {
    URI url = house.url().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header("Mdm-Signature", signature);
    }
    try {
      return status(request.build());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int status(HttpRequest request) throws IOException, InterruptedException {
    int status =
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isNotIn(401, 403).isLessThan(500);
    return status;
  }
}
