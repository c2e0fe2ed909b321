// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.commandside.ca.PemCertificates;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority that issues identities is replaced by another, and nobody is lost. */
class RollOverTest {
  @TempDir Path folder;

  @Test
  void halfOfTheFleetIsAwayWhileTheAuthorityIsRolledOverAndComesBackToBeRenewedIntoTheNewOne()
      throws Exception {
    try (House house = House.atAnyTime(folder, Map.of())) {
      List<SimulatedDevice> here = List.of(enroll(house, 1), enroll(house, 2));
      SimulatedDevice phone = SimulatedDevice.iPhone(3).insideSimulation().enroll(house.link());
      List<SimulatedDevice> away = List.of(phone, enroll(house, 4));
      for (SimulatedDevice each : away) {
        awaitStory(house, each, "DeviceEnrolled");
      }
      String old = authorities(house).get(0).get("name").asText();
      assertThat(authorities(house).get(0).get("state").asText()).isEqualTo("signs");
      final Identity former = phone.identity();
      final X509CertificateHolder signer = profileSigner(house);

      JsonNode made = house.ask("authorities/rollover", Map.of()).get("result");

      String young = made.get("name").asText();
      assertThat(states(house)).isEqualTo(Map.of(old, "trusted 4", young, "signs 0"));
      X500Name newIssuer = new X500Name(made.get("subject").asText());
      assertThat(served(house).getSubject()).isEqualTo(newIssuer);
      assertThat(exported(house)).hasSize(2).contains(served(house));
      SimulatedDevice mac = enroll(house, 5);
      awaitStory(house, mac, "DeviceEnrolled");
      assertThat(mac.identity().certificate().getIssuer()).isEqualTo(newIssuer);
      assertThat(refused(house, young)).contains("can't be retired (IN_USE)");
      assertThat(refused(house, "nonsense")).contains("no authority nonsense (UNKNOWN)");

      house.pass(Duration.ofMinutes(1));
      here.forEach(each -> renew(house, each, newIssuer));
      assertThat(refused(house, old))
          .startsWith("2 devices hold an identity that it issued: ")
          .contains(
              away.get(0).udid().toUpperCase(Locale.ROOT),
              away.get(1).udid().toUpperCase(Locale.ROOT));

      house.pass(Duration.ofDays(300));
      away.forEach(each -> assertThat(each.tokenUpdate().status()).isEqualTo(200));
      house.pass(Duration.ofMinutes(1));
      away.forEach(each -> renew(house, each, newIssuer));
      await().untilAsserted(() -> assertThat(states(house)).containsEntry(old, "trusted 0"));
      assertThat(
              house.ask("authorities/retire", Map.of("name", old)).at("/result/retired").asText())
          .isEqualTo(old);

      assertThat(states(house)).containsEntry(old, "retired 0");
      assertThat(exported(house)).containsExactly(served(house));
      assertThat(profileSigner(house))
          .as("devices may take updates from no other")
          .isEqualTo(signer);
      here.forEach(each -> assertThat(each.tokenUpdate().status()).isEqualTo(200));
      phone.use(former);
      assertThat(new String(phone.tokenUpdate().body(), StandardCharsets.UTF_8))
          .startsWith("certificate_untrusted");
      assertThat(phone.isEnrolled()).isTrue();
      assertThat(told(house, "CertificateAuthorityCreated")).hasSize(2);
      assertThat(told(house, "CertificateAuthorityRetired"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.at("/actor/id").asText()).isEqualTo("console"));
    }
  }

  private static SimulatedDevice enroll(House house, long seed) {
    return SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
  }

  private static void renew(House house, SimulatedDevice device, X500Name issuer) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              device.connect();
              assertThat(device.identity().certificate().getIssuer()).isEqualTo(issuer);
            });
    awaitStory(house, device, "IdentityRenewed");
  }

  private static void awaitStory(House house, SimulatedDevice device, String event) {
    await().untilAsserted(() -> assertThat(house.api().story(device.udid())).contains(event));
  }

  private static JsonNode authorities(House house) {
    return house.ask("authorities", Map.of()).get("result");
  }

  /** From the name of each authority to how it stands and how many devices need it. */
  private static Map<String, String> states(House house) {
    Map<String, String> found = new HashMap<>();
    authorities(house)
        .forEach(
            each ->
                found.put(
                    each.get("name").asText(),
                    each.get("state").asText() + " " + each.get("devices").asText()));
    return found;
  }

  private static String refused(House house, String name) {
    return house.ask("authorities/retire", Map.of("name", name)).path("refused").asText();
  }

  private static X509CertificateHolder served(House house) throws IOException {
    return new X509CertificateHolder(house.api().download("/public/mdm/scep?operation=GetCACert"));
  }

  private static X509CertificateHolder profileSigner(House house) {
    try {
      CMSSignedData profile = new CMSSignedData(house.api().download(house.link().getPath()));
      return profile.getCertificates().getMatches(null).iterator().next();
    } catch (CMSException e) {
      throw new AssertionError(e);
    }
  }

  private static List<X509CertificateHolder> exported(House house) throws IOException {
    return PemCertificates.read(
        house.ask("authorities/export", Map.of()).at("/result/pem").asText());
  }

  private static JsonNode told(House house, String type) {
    return house.api().get("/api/mdm/audit/?type=" + type).get("results");
  }
}
