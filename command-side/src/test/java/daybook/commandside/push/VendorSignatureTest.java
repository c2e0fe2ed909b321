// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dd.plist.NSDictionary;
import com.dd.plist.PropertyListParser;
import daybook.commandside.apple.apns.PushPki;
import daybook.domain.access.InvalidInput;
import daybook.domain.push.PushCertificateManagement.Vendor;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file for Apple's portal has three entries, and what the vendor gives must hold together. */
class VendorSignatureTest {
  private static final PushPki PKI = new PushPki(Instant.now());
  private static final PushPki.Identity VENDOR = PKI.push(null);
  private static final String REQUEST = CertificateRequest.make(1).der();

  @Test
  void thePropertyListHoldsRequestChainAndSignature() throws Exception {
    String upsideDown = PKI.authority().pem() + VENDOR.pem();

    String signed = VendorSignature.sign(REQUEST, new Vendor(upsideDown, VENDOR.keyPem(), null));

    assertThat(signed).doesNotContain("\n");
    NSDictionary plist =
        (NSDictionary) PropertyListParser.parse(Base64.getDecoder().decode(signed));
    assertThat(plist.allKeys())
        .containsExactly("PushCertCertificateChain", "PushCertRequestCSR", "PushCertSignature");
    assertThat(plist.get("PushCertRequestCSR").toJavaObject()).isEqualTo(REQUEST);
    assertThat(plist.get("PushCertCertificateChain").toJavaObject())
        .isEqualTo(VENDOR.pem() + PKI.authority().pem());
    Signature verifying = Signature.getInstance("SHA256withRSA");
    verifying.initVerify(VENDOR.certificate());
    verifying.update(Base64.getDecoder().decode(REQUEST));
    assertThat(
            verifying.verify(
                Base64.getDecoder().decode((String) plist.get("PushCertSignature").toJavaObject())))
        .isTrue();
  }

  @Test
  void whatDoesNotHoldTogetherIsNamed() {
    String chain = VENDOR.pem() + PKI.authority().pem();
    refused(
        new Vendor("no PEM", VENDOR.keyPem(), null),
        "vendor_certificates",
        "Could not load PEM certificate");
    refused(new Vendor(chain, "no PEM", null), "vendor_key", "Could not load PEM private key");
    refused(
        new Vendor(chain, PKI.push(null).keyPem(), null),
        "non_field_errors",
        "The certificate and key do not form a pair");
    refused(
        new Vendor(VENDOR.pem(), VENDOR.keyPem(), null),
        "vendor_certificates",
        "The chain is incomplete: the certificate of “CN=Test Push CA” is missing, which signed"
            + " that of “CN=APSP:test”.");
    refused(
        new Vendor(VENDOR.pem().repeat(11), VENDOR.keyPem(), null),
        "vendor_certificates",
        "More than 10 certificates.");
  }

  private static void refused(Vendor vendor, String field, String text) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> VendorSignature.sign(REQUEST, vendor));
    assertThat(refused.fields()).isEqualTo(Map.of(field, List.of(text)));
  }
}
