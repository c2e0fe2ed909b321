// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.session.Challenge;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jscep.client.Client;
import org.jscep.client.EnrollmentResponse;
import org.jscep.client.verification.OptimisticCertificateVerifier;
import org.jscep.transaction.FailInfo;
import org.jscep.transport.response.Capabilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that others wrote gets its certificate from our server, over HTTP. */
class OtherClientTest {
  private static final KeyPair KEY = ScepClient.rsa(2048);

  private final KeyPair key = KEY;
  private ScepServer server;
  private Client client;

  @BeforeEach
  void listen() throws Exception {
    server = new ScepServer();
    client = new Client(server.listen().toURL(), new OptimisticCertificateVerifier());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void readsOurCapabilities() {
    Capabilities capabilities = client.getCaCapabilities();
    assertThat(capabilities.isPostSupported()).isTrue();
    assertThat(capabilities.isRenewalSupported()).isTrue();
    assertThat(capabilities.getStrongestMessageDigest().getAlgorithm()).isEqualTo("SHA-512");
  }

  @Test
  void getsItsCertificate() throws Exception {
    EnrollmentResponse answer = client.enrol(identity(), key.getPrivate(), request(true));
    assertThat(answer.isSuccess()).isTrue();
    Collection<?> certificates = answer.getCertStore().getCertificates(null);
    assertThat(certificates).hasSize(1);
    assertThat(((X509Certificate) certificates.iterator().next()).getPublicKey())
        .isEqualTo(key.getPublic());
  }

  @Test
  void understandsOurRefusal() throws Exception {
    EnrollmentResponse answer = client.enrol(identity(), key.getPrivate(), request(false));
    assertThat(answer.isFailure()).isTrue();
    assertThat(answer.getFailInfo()).isEqualTo(FailInfo.badRequest);
  }

  private X509Certificate identity() throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(ScepClient.selfSigned(key, server.clock.instant()));
  }

  private PKCS10CertificationRequest request(boolean admitted) throws Exception {
    Challenge challenge =
        admitted ? Sessions.open(server) : Challenge.oneUse(Challenge.newSession());
    return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=SCEP SIGNER"), key.getPublic())
        .addAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
            new DERPrintableString(challenge.text()))
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate()));
  }
}
