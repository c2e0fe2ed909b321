// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.device.MemorySeams;
import daybook.domain.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofHours(1));

  private final MemorySeams seams = new MemorySeams();
  private final CertificateAuthority ours = new CertificateAuthority(seams, seams);
  private TestAuthority root;
  private Trust trust;

  @BeforeEach
  void configure() throws Exception {
    root = TestAuthority.root("Root", NOW);
    trust = Trust.of(ours, TestAuthority.pem(root.certificate));
  }

  @Test
  void trustsWhatOurAuthorityIssued() throws Exception {
    X509CertificateHolder identity = identity(ours.signing(NOW).reply(), NOW);
    assertThat(trust.judge(identity, List.of(), NOW)).isEmpty();
  }

  @Test
  void trustsAnIdentityWithoutSubjectOfAConfiguredAuthority() throws Exception {
    assertThat(trust.judge(identity(root), List.of(), NOW)).isEmpty();
    assertThat(trust.judge(root.identity(NOW, END, null), List.of(), NOW)).isEmpty();
  }

  @Test
  void followsAnIntermediateThatCameAlongOrIsConfigured() throws Exception {
    TestAuthority middle = root.intermediate("Middle", NOW, END);
    X509CertificateHolder identity = identity(middle);
    assertThat(trust.judge(identity, List.of(), NOW)).contains(Refusal.CERTIFICATE_UNTRUSTED);
    assertThat(trust.judge(identity, List.of(middle.certificate), NOW)).isEmpty();
    Trust configured = Trust.of(ours, TestAuthority.pem(middle.certificate, root.certificate));
    assertThat(configured.judge(identity, List.of(), NOW)).isEmpty();
  }

  @Test
  void followsNoIntermediateThatHasExpired() throws Exception {
    TestAuthority middle = root.intermediate("Middle", NOW.minusSeconds(20), NOW.minusSeconds(10));
    assertThat(trust.judge(identity(middle), List.of(middle.certificate), NOW))
        .contains(Refusal.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void followsNoIdentityAsIfItWereAnAuthority() throws Exception {
    X509CertificateHolder identity = identity(root);
    TestAuthority other = TestAuthority.root("Other", NOW);
    assertThat(trust.judge(identity(other), List.of(identity, other.certificate), NOW))
        .contains(Refusal.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void isNotFooledByAnAuthorityOfTheSameName() throws Exception {
    TestAuthority impostor = TestAuthority.root("Root", NOW);
    assertThat(trust.judge(identity(impostor), List.of(impostor.certificate), NOW))
        .contains(Refusal.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void trustsClientsOnly() throws Exception {
    assertThat(trust.judge(root.identity(NOW, END, KeyPurposeId.id_kp_serverAuth), List.of(), NOW))
        .contains(Refusal.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void judgesTheTimeAlsoOfWhatItRemembers() throws Exception {
    X509CertificateHolder identity = identity(root);
    assertThat(trust.judge(identity, List.of(), NOW)).isEmpty();
    assertThat(trust.judge(identity, List.of(), END.plusSeconds(1)))
        .contains(Refusal.CERTIFICATE_NOT_VALID_NOW);
    assertThat(trust.judge(identity, List.of(), NOW.minusSeconds(1)))
        .contains(Refusal.CERTIFICATE_NOT_VALID_NOW);
  }

  @Test
  void readsItsAuthoritiesFromAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("chain.pem");
    Files.writeString(file, TestAuthority.pem(root.certificate));
    Trust fromFile = Trust.of(ours, "{{ file:" + file + " }}");
    assertThat(fromFile.judge(identity(root), List.of(), NOW)).isEmpty();
  }

  @Test
  void namesTheKeyOfAValueThatItCanNotRead() {
    for (String wrong : List.of("nonsense", "{{ file:/nowhere/chain.pem }}")) {
      assertThatThrownBy(() -> Trust.of(ours, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("daybook.scep_ca_fullchain");
    }
  }

  static X509CertificateHolder identity(SigningAuthority authority, Instant now)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    return authority.issue(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
        new X500Name("CN=x"),
        null,
        now);
  }

  private static X509CertificateHolder identity(TestAuthority authority) throws Exception {
    return authority.identity(NOW, END, KeyPurposeId.id_kp_clientAuth);
  }
}
