// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.session.Challenge;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the SCEP door answers to what real clients send. */
class ScepAnswersTest {
  private ScepServer server;

  @BeforeEach
  void start() {
    server = new ScepServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsItsCapabilitiesOneALine() throws Exception {
    MockHttpServletResponse answer = server.get("operation=GetCACaps");
    assertThat(answer.getContentType()).isEqualTo("text/plain");
    assertThat(answer.getContentAsString().lines())
        .containsExactly(
            "Renewal",
            "SHA-1",
            "SHA-256",
            "SHA-512",
            "AES",
            "DES3",
            "SCEPStandard",
            "POSTPKIOperation");
  }

  @Test
  void givesItsCertificateAloneAndWithExactlyTheTypeThatClientsKnow() throws Exception {
    MockHttpServletResponse answer = server.get("operation=GetCACert&message=Daybook");
    assertThat(answer.getContentType()).isEqualTo("application/x-x509-ca-cert");
    X509CertificateHolder authority = new X509CertificateHolder(answer.getContentAsByteArray());
    assertThat(
            KeyUsage.fromExtensions(authority.getExtensions())
                .hasUsages(
                    KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.keyCertSign))
        .isTrue();
  }

  @Test
  void answersAnOldClientInDesAndSha1InTheShapeThatItCanRead() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    MockHttpServletResponse response = server.post(client.request());

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/x-pki-message");
    ScepReply reply = ScepReply.read(response.getContentAsByteArray());
    assertThat(reply.text(PkiMessage.MESSAGE_TYPE)).isEqualTo("3");
    assertThat(reply.text(PkiMessage.PKI_STATUS)).isEqualTo("0");
    assertThat(reply.text(PkiMessage.TRANSACTION_ID)).isEqualTo(client.transaction);
    assertThat(reply.octets(PkiMessage.RECIPIENT_NONCE)).isEqualTo(client.nonce);
    assertThat(reply.signer().getDigestAlgOID()).isEqualTo("1.3.14.3.2.26");
    assertThat(reply.enveloped().getEncryptionAlgOID()).isEqualTo(CMSAlgorithm.DES_CBC.getId());
    // The first trap: encryptedContent is constructed, [0] { OCTET STRING … }.
    assertThat(hasConstructedContent(reply.envelope())).isTrue();
    // The second: no indefinite length in the outer layer.
    assertThat(reply.signed().toASN1Structure().getEncoded("DER")).isEqualTo(reply.bytes());
    // The fourth: the issued certificate alone.
    List<X509CertificateHolder> certificates = reply.certificates(client.signerKey);
    assertThat(certificates).hasSize(1);
    assertThat(certificates.get(0).getSubjectPublicKeyInfo().getEncoded())
        .isEqualTo(client.key.getPublic().getEncoded());
  }

  @Test
  void verifiesARequestWhoseAttributesAreNotSortedOverItsOwnBytes() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    PKCS10CertificationRequest csr = new PKCS10CertificationRequest(client.csr());
    assertThat(
            csr.isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(csr.getSubjectPublicKeyInfo())))
        .as("the third trap is there")
        .isFalse();
    assertThat(status(server.post(client.request()))).isEqualTo("0");
  }

  @Test
  void issuesAnIdentityOfItsOwnMaking() throws Exception {
    Challenge challenge = Sessions.open(server);
    ScepClient client = new ScepClient(server, challenge.text());
    X509CertificateHolder issued = issued(client);

    assertThat(issued.getSubject().getRDNs(BCStyle.CN)[0].getFirst().getValue().toString())
        .isEqualTo("MDM$OTA$" + challenge.session().value())
        .hasSize(64);
    assertThat(ExtendedKeyUsage.fromExtensions(issued.getExtensions()).getUsages())
        .containsExactly(KeyPurposeId.id_kp_clientAuth);
    assertThat(
            KeyUsage.fromExtensions(issued.getExtensions())
                .hasUsages(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
        .isTrue();
    assertThat(issued.getExtension(Extension.authorityKeyIdentifier)).isNotNull();
    assertThat(issued.getExtension(Extension.subjectKeyIdentifier)).isNotNull();
    assertThat(issued.getNotBefore().toInstant())
        .isEqualTo(server.clock.instant().minus(Duration.ofHours(1)));
    assertThat(issued.getNotAfter().toInstant()).isEqualTo("2028-11-24T08:00:00Z");
    assertThat(issued.getSerialNumber().bitLength()).isEqualTo(128);
  }

  static Stream<Arguments> algorithms() {
    return Stream.of(
        Arguments.of(CMSAlgorithm.DES_EDE3_CBC, "SHA1"),
        Arguments.of(CMSAlgorithm.AES128_CBC, "SHA256"),
        Arguments.of(CMSAlgorithm.AES256_CBC, "SHA384"),
        Arguments.of(CMSAlgorithm.AES256_CBC, "SHA512"));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void answersInTheRequestsCipherAndDigest(ASN1ObjectIdentifier cipher, String digest)
      throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    client.cipher = cipher;
    client.digest = digest;
    byte[] request = client.request();
    ScepReply reply = ScepReply.read(server.post(request).getContentAsByteArray());
    assertThat(reply.text(PkiMessage.PKI_STATUS)).isEqualTo("0");
    assertThat(reply.enveloped().getEncryptionAlgOID()).isEqualTo(cipher.getId());
    assertThat(reply.signer().getDigestAlgOID())
        .isEqualTo(ScepReply.read(request).signer().getDigestAlgOID());
  }

  @Test
  void readsAGetInEitherAlphabetOfBase64() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    byte[] request = client.request();
    String urlSafe = Base64.getUrlEncoder().encodeToString(request).replace("=", "%3D");
    String standard =
        URLEncoder.encode(Base64.getEncoder().encodeToString(request), StandardCharsets.US_ASCII);
    String bare = Base64.getEncoder().encodeToString(request);
    for (String message : List.of(urlSafe, standard, bare)) {
      assertThat(status(server.get("operation=PKIOperation&message=" + message))).isEqualTo("0");
    }
  }

  @Test
  void takesAPostWhoseQueryRepeatsTheRawMessage() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    byte[] request = client.request();
    String raw =
        URLEncoder.encode(
            new String(request, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    MockHttpServletResponse answer =
        server.perform("POST", "message=" + raw + "&operation=PKIOperation", request);
    assertThat(status(answer)).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void issuesForEllipticCurves(String curve) throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    client.key = ScepClient.ec(curve);
    assertThat(issued(client).getSubjectPublicKeyInfo().getEncoded())
        .isEqualTo(client.key.getPublic().getEncoded());
  }

  private X509CertificateHolder issued(ScepClient client) throws Exception {
    return ScepReply.read(server.post(client.request()).getContentAsByteArray())
        .certificates(client.signerKey)
        .get(0);
  }

  private static String status(MockHttpServletResponse answer) throws Exception {
    return ScepReply.read(answer.getContentAsByteArray()).text(PkiMessage.PKI_STATUS);
  }

  /** Whether what follows the cipher and its start vector is [0] { OCTET STRING …, constructed. */
  private static boolean hasConstructedContent(byte[] envelope) {
    String hex = HexFormat.of().formatHex(envelope);
    int cipher = hex.indexOf("06052b0e030207");
    int startVector = hex.indexOf("0408", cipher);
    return cipher > 0 && hex.startsWith("a08004", startVector + 4 + 16);
  }
}
