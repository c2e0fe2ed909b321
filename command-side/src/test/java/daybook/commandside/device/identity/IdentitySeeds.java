// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.fake.Identity;
import daybook.commandside.fake.Shared;
import daybook.domain.enrollment.IdentityMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/** Headers to begin fuzzing with, and what the readers do with each. */
final class IdentitySeeds {
  private static final byte[] BODY = {1, 2, 3};
  private static final Identity CA = Identity.authority("CN=Test CA");
  private static final Identity MAC = CA.device("CN=MDM$OTA$abc,O=Daybook");
  private static final Identity EC = CA.ecDevice("CN=EC");

  private IdentitySeeds() {}

  /** Signatures without their base64. */
  static List<byte[]> signatures() {
    List<byte[]> seeds = new ArrayList<>();
    for (String header :
        List.of(
            MAC.signature(BODY, "SHA256withRSA"),
            MAC.directSignature(BODY, "SHA1withRSA"),
            EC.signature(BODY, "SHA384withECDSA"))) {
      seeds.add(Base64.getDecoder().decode(header));
    }
    try {
      for (Path file : Shared.fixtures("nanomdm", ".b64")) {
        seeds.add(Base64.getDecoder().decode(Files.readString(file).strip()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return seeds;
  }

  static List<byte[]> certificateHeaders() {
    return List.of(
        MAC.pem().replace("\n", "%0A").getBytes(StandardCharsets.US_ASCII),
        MAC.pem().getBytes(StandardCharsets.US_ASCII),
        Base64.getEncoder().encode(EC.encoded()));
  }

  static List<byte[]> subjects() {
    return List.of(
        "CN=MDM$OTA$abc,O=Daybook".getBytes(StandardCharsets.US_ASCII),
        "/C=DE/O=\"a, b\"/CN=x\\C3\\A9+UID=7".getBytes(StandardCharsets.US_ASCII));
  }

  static void readSignature(byte[] bytes) {
    SignedMessage message = SignedMessage.read(Base64.getEncoder().encodeToString(bytes));
    for (byte[] der : message.certificates()) {
      KnownCertificate certificate = KnownCertificate.read(der);
      Identities.names(message.signer(), certificate.holder());
      if (certificate.key().fits(message.family())) {
        new Claim(certificate, IdentityMode.SIGNATURE, message, List.of()).prove(BODY);
      }
    }
  }

  static void readCertificateHeader(byte[] bytes) {
    CertificateHeader.read(new String(bytes, StandardCharsets.ISO_8859_1))
        .forEach(KnownCertificate::read);
  }

  static List<byte[]> forwardedClientCerts() {
    return List.of(
        ProxyForms.envoy(MAC, List.of(CA)).getBytes(StandardCharsets.US_ASCII),
        "By=x;Hash=0;Subject=\"a\\\",b\";URI=;DNS=a;DNS=b".getBytes(StandardCharsets.US_ASCII));
  }

  static void readForwardedClientCert(byte[] bytes) {
    ForwardedClientCert.read(new String(bytes, StandardCharsets.ISO_8859_1))
        .forEach(KnownCertificate::read);
  }

  static void readSubject(byte[] bytes) {
    X500Name subject = MAC.certificate().getSubject();
    SubjectName.agrees(new String(bytes, StandardCharsets.ISO_8859_1), subject);
  }
}
