// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.ops.simulator.SimulatedDevice;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole life of a push certificate over HTTP, without a restart: a key, its request, what Apple
 * makes of it, a device that is pushed with it, a renewal, and the end.
 */
class PushCertificateTest {
  private static final String LIST = "/api/mdm/push_certificates/";
  private static final String TOPIC =
      "com.apple.mgmt.External.aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa";
  private static final String OTHER =
      "com.apple.mgmt.External.bbbbbbbb-1111-4111-8111-bbbbbbbbbbbb";

  @TempDir Path folder;

  @Test
  void aKeyIsMadeGetsItsCertificateWakesADeviceIsRenewedAndStaysUntilTheDeviceHasLeft() {
    StandInApple apple = new StandInApple().trustedBy(folder);
    try (House house = House.at(folder)) {
      Api api = house.api();
      String one = oursAlone(api, apple);

      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      pushed(house, mac, 1);

      renewed(api, apple, one, mac);
      int before = pushes(house, mac);
      await().until(() -> api.get("/api/mdm/devices/?udid=" + mac.udid()).size() == 1);
      api.queue(api.deviceByUdid(mac.udid()).get("id").asLong(), "ProfileList");
      pushed(house, mac, before + 1);

      HttpResponse<String> used = api.delete(one);
      assertThat(used.statusCode()).isEqualTo(400);
      assertThat(used.body())
          .isEqualTo(
              "[\"This push certificate cannot be deleted: 1 device is enrolled with %s: %s\"]",
              TOPIC, mac.serialNumber());
      mac.checkOut();
      assertThat(api.delete(one).statusCode()).isEqualTo(204);
      assertThat(api.get(LIST).get("count").asInt()).isZero();
      assertThat(types(api))
          .containsSubsequence(
              "PushCertificateKeyCreated",
              "PushCertificateDeleted",
              "PushCertificateAdded",
              "PushCertificateKeyCreated",
              "PushCertificateReplaced",
              "PushCertificateDeleted");
    }
  }

  /** A key of ours with Apple's certificate, and the simulation's certificate deleted. */
  private String oursAlone(Api api, StandInApple apple) {
    HttpResponse<String> made = api.post(LIST, Map.of("name", "Ours"));
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode waiting = Api.json(made.body());
    assertThat(waiting.get("topic").isNull()).isTrue();
    assertThat(api.post(LIST, Map.of("name", "Ours")).body())
        .isEqualTo("{\"name\":[\"push certificate with this name already exists.\"]}");
    String one = LIST + waiting.get("id").asText() + "/";
    long simulation = api.get(LIST + "?name=Simulation").get("results").get(0).get("id").asLong();
    assertThat(api.delete(LIST + simulation + "/").statusCode()).isEqualTo(204);

    byte[] request = api.download(one + "csr/");
    assertThat(api.download(one + "csr/")).isEqualTo(request);
    StandInApple.Vendor vendor = apple.vendor();
    String signed =
        new String(
            Base64.getDecoder()
                .decode(
                    api.post(
                            one + "signed_csr/",
                            Map.of(
                                "vendor_certificates",
                                vendor.certificates(),
                                "vendor_key",
                                vendor.key()))
                        .body()),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(signed)
        .contains("<key>PushCertRequestCSR</key>")
        .contains(Base64.getEncoder().encodeToString(request))
        .contains("<key>PushCertSignature</key>")
        .contains("<key>PushCertCertificateChain</key>");

    HttpResponse<String> taken =
        api.put(one, Map.of("name", "Ours", "certificate", apple.certificate(request, TOPIC)));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(Api.json(taken.body()).get("topic").asText()).isEqualTo(TOPIC);
    return one;
  }

  /** First with another topic, which is refused and strands nobody; then rightly. */
  private static void renewed(Api api, StandInApple apple, String one, SimulatedDevice mac) {
    assertThat(api.post(one + "csr/", Map.of()).statusCode()).isEqualTo(201);
    byte[] request = api.download(one + "csr/");
    await()
        .untilAsserted(
            () -> {
              HttpResponse<String> refused =
                  api.put(
                      one,
                      Map.of("name", "Ours", "certificate", apple.certificate(request, OTHER)));
              assertThat(refused.statusCode()).isEqualTo(400);
              assertThat(Api.json(refused.body()).get("non_field_errors").toString())
                  .isEqualTo(
                      "[\"The new certificate has a different topic\",\"1 device is enrolled with"
                          + " %s: %s. They would be stranded.\"]",
                      TOPIC, mac.serialNumber());
            });
    String former = api.get(one).get("certificate").asText();
    HttpResponse<String> renewed =
        api.put(one, Map.of("name", "Ours", "certificate", apple.certificate(request, TOPIC)));
    assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
    assertThat(Api.json(renewed.body()).get("certificate").asText()).isNotEqualTo(former);
    assertThat(api.put(one, Map.of("name", "Ours", "certificate", former)).body())
        .contains("no key made here waits");
  }

  private static void pushed(House house, SimulatedDevice device, int atLeast) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(pushes(house, device)).isGreaterThanOrEqualTo(atLeast));
  }

  private static int pushes(House house, SimulatedDevice device) {
    return (int)
        house.apns().received().stream()
            .filter(push -> push.token().equals(device.token()) && push.topic().equals(TOPIC))
            .count();
  }

  private static List<String> types(Api api) {
    return api.get("/api/mdm/audit/?limit=500").get("results").findValuesAsText("type").stream()
        .filter(type -> type.startsWith("PushCertificate"))
        .collect(
            java.util.stream.Collectors.collectingAndThen(
                java.util.stream.Collectors.toList(),
                all -> {
                  java.util.Collections.reverse(all);
                  return all;
                }));
  }
}
