// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.identity.Proof;
import daybook.ops.simulator.identity.SignatureShape;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureShapeTest {
  private static final byte[] BODY = "<plist>Zoë’s 🦊</plist>".getBytes(StandardCharsets.UTF_8);
  private static Identity identity;

  @BeforeAll
  static void identity() throws Exception {
    identity = TestIdentity.of("CN=MDM$OTA$abc,serialNumber=Z123");
  }

  @ParameterizedTest
  @EnumSource
  void bouncyCastleVerifiesIt(SignatureShape shape) throws Exception {
    byte[] signature = shape.sign(identity, BODY);
    assertThat(verify(signature, BODY)).isTrue();
    byte[] other = BODY.clone();
    other[3] ^= 1;
    if (shape == SignatureShape.BARE) {
      assertThat(verify(signature, other)).isFalse();
    } else {
      assertThatThrownBy(() -> verify(signature, other)).isInstanceOf(CMSException.class);
    }
  }

  @Test
  void theBareShapeIsBerWithSha1AndWithoutAttributes() throws Exception {
    byte[] signature = SignatureShape.BARE.sign(identity, BODY);
    assertThat(signature).startsWith(0x30, 0x80);
    SignerInformation signer = signer(signature, BODY);
    assertThat(signer.getSignedAttributes()).isNull();
    assertThat(signer.getDigestAlgOID()).isEqualTo("1.3.14.3.2.26");
  }

  @Test
  void theOtherShapeIsDerWithSha256AndASigningTime() throws Exception {
    byte[] signature = SignatureShape.ATTRIBUTES.sign(identity, BODY);
    assertThat(signature[1] & 0xff).isEqualTo(0x82);
    SignerInformation signer = signer(signature, BODY);
    assertThat(
            signer
                .getSignedAttributes()
                .get(new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.2.840.113549.1.9.5")))
        .isNotNull();
    assertThat(signer.getDigestAlgOID()).isEqualTo("2.16.840.1.101.3.4.2.1");
  }

  @ParameterizedTest
  @EnumSource
  void opensslVerifiesIt(SignatureShape shape, @TempDir Path directory) throws Exception {
    assumeTrue(hasOpenssl(), "openssl is not installed: its opinion is skipped");
    Path body = Files.write(directory.resolve("body"), BODY);
    Path signature = Files.write(directory.resolve("signature"), shape.sign(identity, BODY));
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-noverify",
                "-inform",
                "DER",
                "-in",
                signature.toString(),
                "-content",
                body.toString(),
                "-out",
                "/dev/null")
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
  }

  @Test
  void aProxyTellsTheCertificateAndItsSubject() throws Exception {
    Map<String, String> headers = Proof.proxied().headers(identity, BODY);
    String pem = URLDecoder.decode(headers.get("X-SSL-Client-Cert"), StandardCharsets.UTF_8);
    assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("CERTIFICATE-----\n");
    assertThat(headers.get("X-SSL-Client-Cert")).doesNotContain("\n", "+", " ");
    assertThat(headers.get("X-SSL-Client-S-DN")).isEqualTo("serialNumber=Z123,CN=MDM$OTA$abc");
  }

  private static boolean verify(byte[] signature, byte[] body) throws Exception {
    return signer(signature, body)
        .verify(new JcaSimpleSignerInfoVerifierBuilder().build(identity.certificate()));
  }

  private static SignerInformation signer(byte[] signature, byte[] body) throws CMSException {
    CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(body), signature);
    assertThat(signed.getCertificates().getMatches(null))
        .extracting(X509CertificateHolder.class::cast)
        .containsExactly(identity.certificate());
    return signed.getSignerInfos().getSigners().iterator().next();
  }

  private static boolean hasOpenssl() throws InterruptedException {
    try {
      Process version = new ProcessBuilder("openssl", "version").start();
      return version.waitFor(10, TimeUnit.SECONDS) && version.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
