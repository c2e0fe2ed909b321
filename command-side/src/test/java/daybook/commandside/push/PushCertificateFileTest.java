// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import daybook.commandside.apple.apns.PushPki;
import daybook.domain.access.InvalidInput;
import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PushCertificateFileTest {
  private static final String TOPIC =
      "com.apple.mgmt.External.11111111-1111-4111-8111-111111111111";
  private static final String PASSWORD = "correct horse \u2019";
  private static final BouncyCastleProvider CIPHERS = new BouncyCastleProvider();

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final PushPki PKI = new PushPki(NOW);
  private static final PushPki.Identity RSA = PKI.push(TOPIC);
  private static final PushPki.Identity EC = PKI.push(TOPIC, "EC", NOW);

  static Stream<Arguments> readable() throws Exception {
    return Stream.of(
        Arguments.of("PKCS#8", RSA, RSA.keyPem(), null),
        Arguments.of("PKCS#8 with an empty password", RSA, RSA.keyPem(), ""),
        Arguments.of("PKCS#8 with a password that it doesn't need", RSA, RSA.keyPem(), "x"),
        Arguments.of("traditional", RSA, traditional(RSA, null), null),
        Arguments.of("traditional, AES", RSA, traditional(RSA, "AES-256-CBC"), PASSWORD),
        Arguments.of("traditional, 3DES", RSA, traditional(RSA, "DES-EDE3-CBC"), PASSWORD),
        Arguments.of("encrypted PKCS#8", RSA, encrypted(RSA), PASSWORD),
        Arguments.of("EC, PKCS#8", EC, EC.keyPem(), null),
        Arguments.of("EC, encrypted PKCS#8", EC, encrypted(EC), PASSWORD),
        Arguments.of("after the certificate in one file", RSA, RSA.pem() + RSA.keyPem(), null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void keysAreReadInEveryForm(String form, PushPki.Identity identity, String key, String password) {
    PushCertificateFile file = PushCertificateFile.read(identity.pem(), key, password);

    assertThat(file.topic()).isEqualTo(TOPIC);
    assertThat(file.key().getEncoded()).isEqualTo(identity.key().getEncoded());
    assertThat(file.certificate()).isEqualTo(identity.pem());
    assertThat(file.notAfter()).isEqualTo(identity.certificate().getNotAfter().toInstant());
    assertThat(file.notBefore()).isEqualTo(identity.certificate().getNotBefore().toInstant());
  }

  static Stream<Arguments> refused() throws Exception {
    String noCertificate = "Could not load PEM certificate";
    String noKey = "Could not load PEM private key";
    String noPair = "The certificate and key do not form a pair";
    String noTopic = "Could not extract the topic from the certificate subject";
    String truncated = RSA.pem().substring(0, 400) + "\n-----END CERTIFICATE-----\n";
    KeyPairGenerator ed = KeyPairGenerator.getInstance("Ed25519");
    String edKey = PushPki.pem("PRIVATE KEY", ed.generateKeyPair().getPrivate().getEncoded());
    return Stream.of(
        Arguments.of("certificate", noCertificate, "no PEM", RSA.keyPem(), null),
        Arguments.of("certificate", noCertificate, RSA.keyPem(), RSA.keyPem(), null),
        Arguments.of("certificate", noCertificate, truncated, RSA.keyPem(), null),
        Arguments.of("private_key", noKey, RSA.pem(), "no PEM", null),
        Arguments.of("private_key", noKey, RSA.pem(), RSA.pem(), null),
        Arguments.of("private_key", noKey, RSA.pem(), edKey, null),
        Arguments.of("private_key", noKey, RSA.pem(), encrypted(RSA), null),
        Arguments.of("private_key", noKey, RSA.pem(), encrypted(RSA), "wrong"),
        Arguments.of("private_key", noKey, RSA.pem(), traditional(RSA, "AES-256-CBC"), null),
        Arguments.of("private_key", noKey, RSA.pem(), traditional(RSA, "AES-256-CBC"), "wrong"),
        Arguments.of("non_field_errors", noPair, RSA.pem(), PKI.push(TOPIC).keyPem(), null),
        Arguments.of("non_field_errors", noPair, RSA.pem(), EC.keyPem(), null),
        refusedTopic(noTopic, null),
        refusedTopic(noTopic, "com.example.app"));
  }

  private static Arguments refusedTopic(String text, String topic) {
    PushPki.Identity identity = PKI.push(topic);
    return Arguments.of("certificate", text, identity.pem(), identity.keyPem(), null);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refused")
  void whatDoesNotFitIsRefusedByName(
      String field, String text, String certificate, String key, String password) {
    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class, () -> PushCertificateFile.read(certificate, key, password));

    assertThat(refused.fields()).isEqualTo(Map.of(field, List.of(text)));
  }

  @Test
  void itsTextDoesNotShowTheKey() {
    assertThat(PushCertificateFile.read(RSA.pem(), RSA.keyPem(), null))
        .hasToString("PushCertificateFile[" + TOPIC + "]");
  }

  private static String traditional(PushPki.Identity identity, String cipher) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      PrivateKey key = identity.key();
      if (cipher == null) {
        writer.writeObject(key);
      } else {
        writer.writeObject(
            key,
            new JcePEMEncryptorBuilder(cipher).setProvider(CIPHERS).build(PASSWORD.toCharArray()));
      }
    }
    return text.toString();
  }

  private static String encrypted(PushPki.Identity identity)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(
          new JcaPKCS8Generator(
              identity.key(),
              new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                  .setProvider(CIPHERS)
                  .setPassword(PASSWORD.toCharArray())
                  .build()));
    }
    return text.toString();
  }
}
