// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.device.MemorySeams;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private static final Origin CONSOLE = Origin.of(Actor.operator("console"), "1");

  private final MemorySeams seams = new MemorySeams();
  private final CertificateAuthority authority = new CertificateAuthority(seams, seams);

  @Test
  void isMadeWhenItIsFirstNeededAndThenStays() {
    X509CertificateHolder first = authority.signing(NOW).reply().certificate();
    assertThat(authority.signing(NOW).reply().certificate()).isEqualTo(first);
    assertThat(seams.authorities).hasSize(1);
    assertThat(BasicConstraints.fromExtensions(first.getExtensions()).isCA()).isTrue();
    assertThat(
            KeyUsage.fromExtensions(first.getExtensions())
                .hasUsages(
                    KeyUsage.digitalSignature
                        | KeyUsage.keyEncipherment
                        | KeyUsage.keyCertSign
                        | KeyUsage.cRLSign))
        .isTrue();
    assertThat(first.getNotAfter().toInstant()).isEqualTo("2036-11-24T08:00:00Z");
  }

  @Test
  void isReadBackFromTheLogAndTheKeyStore() {
    SigningAuthority made = authority.signing(NOW).reply();
    SigningAuthority read = new CertificateAuthority(seams, seams).signing(NOW).reply();
    assertThat(read.certificate()).isEqualTo(made.certificate());
    assertThat(read.key()).isEqualTo(made.key());
  }

  @Test
  void isReplacedWhenItCanNoLongerOutliveWhatItSigns() {
    X509CertificateHolder first = authority.signing(NOW).reply().certificate();
    Instant late = NOW.plus(Duration.ofDays(365 * 8 + 10));
    X509CertificateHolder second = authority.signing(late).reply().certificate();
    assertThat(second).isNotEqualTo(first);
    assertThat(authority.certificates(late).reply()).containsExactly(first, second);
    assertThat(authority.withKeys(late).reply())
        .extracting(SigningAuthority::certificate)
        .containsExactly(second, first);
  }

  @Test
  void aNewOneSignsAfterARollOverWhileTheOldOneCountsUntilItIsRetired() throws Exception {
    SigningAuthority old = authority.signing(NOW).reply();
    X509CertificateHolder identity = TrustTest.identity(old, NOW);
    Trust trust = Trust.of(authority, "");
    assertThat(authority.replaced(NOW).reply()).isEmpty();

    SigningAuthority young = authority.rollOver(NOW, CONSOLE).reply();

    assertThat(authority.signing(NOW).reply()).isEqualTo(young);
    assertThat(authority.replaced(NOW).reply()).containsExactly(old.certificate());
    assertThat(authority.profileSigner(NOW).reply()).isEqualTo(old);
    assertThat(trust.judge(identity, List.of(), NOW)).isEmpty();
    String oldKey = seams.authorities.get(0).keyId();
    assertThat(authority.retire(oldKey, NOW, CONSOLE).isAccepted()).isTrue();
    assertThat(trust.judge(identity, List.of(), NOW)).contains(Refusal.CERTIFICATE_UNTRUSTED);
    assertThat(trust.judge(TrustTest.identity(young, NOW), List.of(), NOW)).isEmpty();
    assertThat(seams.fetch(oldKey)).as("what it signed is updated by it").isPresent();
    assertThat(authority.withKeys(NOW).reply()).containsExactly(young);
  }

  @Test
  void nothingIsToBeRenewedWhileItIsOpenWhichOneSigns() {
    authority.signing(NOW);
    seams.forget(seams.authorities.get(0).keyId());
    assertThat(new CertificateAuthority(seams, seams).replaced(NOW).reply()).isEmpty();
  }

  @Test
  void signsNothingWhenTheLogCanNotBeAsked() {
    seams.fails = intent -> true;
    assertThat(authority.signing(NOW).isAccepted()).isFalse();
    assertThat(seams.authorities).isEmpty();
  }
}
