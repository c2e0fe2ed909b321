// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import static daybook.commandside.tls.ServerCertificate.NOW;
import static daybook.commandside.tls.ServerCertificate.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

class AppleTlsRulesTest {
  private static final Set<String> HOST = Set.of("mdm.example.org");

  @Test
  void aGoodChainIsTaken() {
    assertThat(failures(good(), HOST, NOW)).isEmpty();
    assertThat(failures(good().key("EC", 256), HOST, NOW)).isEmpty();
    assertThat(failures(good().lasting(825), HOST, NOW)).isEmpty();
    assertThat(failures(good(), Set.of("MDM.example.org", "192.0.2.7"), NOW)).isEmpty();
    assertThat(
            failures(
                good().named(new GeneralName(GeneralName.dNSName, "*.example.org")), HOST, NOW))
        .isEmpty();
  }

  @Test
  void whatFailsIsNamed() {
    Map.of(
            good().key("RSA", 1024), "RSA of 1024 bits",
            good().signedWith("SHA1withRSA"), "not signed with SHA-2",
            good().named(), "lack mdm.example.org",
            good().named(new GeneralName(GeneralName.dNSName, "*.org")), "lack mdm.example.org",
            good().named(new GeneralName(GeneralName.dNSName, "example.org")), "lack mdm",
            good().usedFor(null), "lacks server authentication",
            good().usedFor(KeyPurposeId.id_kp_clientAuth), "lacks server authentication",
            good().lasting(826), "it lasts 826 days; 825 are the most",
            good().lasting(10), "it ends soon")
        .forEach(
            (certificate, clause) ->
                assertThat(failures(certificate, HOST, NOW))
                    .as(clause)
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(clause));
  }

  @Test
  void theTimeIsOursAndTheOrderCounts() {
    assertThat(failures(good(), HOST, NOW.plus(Duration.ofDays(500))))
        .singleElement()
        .asString()
        .contains("is valid from");
    KeyedChain chain = good().chain();
    assertThat(
            AppleTlsRules.failures(
                List.of(chain.own(), good().chain().own(), ServerCertificate.root()), HOST, NOW))
        .singleElement()
        .asString()
        .contains("did not issue");
    assertThat(failures(good(), Set.of("192.0.2.8"), NOW))
        .singleElement()
        .asString()
        .contains("192.0.2.8");
  }

  private static List<String> failures(
      ServerCertificate certificate, Set<String> hosts, Instant now) {
    return AppleTlsRules.failures(certificate.chain().certificates(), hosts, now);
  }
}
