// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.tls.ServerCertificate;
import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;

/** A profile on a server of a private authority, signed by a certificate of its own. */
class ProfileTrustTest {
  private final EnrollServer server =
      new EnrollServer(
          new EnrollSettings("https://mdm.example.org", List.of(), false),
          false,
          ServerCertificate.good().settings());

  @Test
  void aPrivateRootIsInTheProfileWithAnIdentifierOfItsOwn() throws Exception {
    PlistDict root =
        EnrollServer.payload(server.profile("?signed=false"), "com.apple.security.root");
    assertThat(root.data("PayloadContent").orElseThrow())
        .isEqualTo(ServerCertificate.root().getEncoded());
    assertThat(root.text("PayloadIdentifier").orElseThrow())
        .startsWith("org.example.mdm.daybook.tls.");
    assertThat(root.text("PayloadUUID")).isPresent();
  }

  @Test
  void aCertificateOfItsOwnSignsProfilesWithItsWholeChain() throws Exception {
    CMSSignedData signed = new CMSSignedData(server.get(EnrollServer.LINK).getContentAsByteArray());
    assertThat(signed.getCertificates().getMatches(null)).contains(ServerCertificate.root());
    SignerInformation signer = signed.getSignerInfos().iterator().next();
    X509CertificateHolder own =
        (X509CertificateHolder)
            signed.getCertificates().getMatches(signer.getSID()).iterator().next();
    assertThat(own.getIssuer()).isEqualTo(ServerCertificate.root().getSubject());
    assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(publicKey(own))))
        .isTrue();
  }

  @Test
  void theSharedProfileStaysTheSame() throws Exception {
    String query = EnrollServer.LINK + "?shared=true&signed=false";
    assertThat(server.get(query).getContentAsByteArray())
        .isEqualTo(server.get(query).getContentAsByteArray());
  }

  private static PublicKey publicKey(X509CertificateHolder certificate) throws Exception {
    return new JcaX509CertificateConverter().getCertificate(certificate).getPublicKey();
  }
}
