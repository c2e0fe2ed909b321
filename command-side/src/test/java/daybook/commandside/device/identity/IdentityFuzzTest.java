// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.fake.Identity;
import daybook.commandside.fake.Mutations;
import daybook.commandside.fake.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever headers come, the readers answer with an identity or with their own exception. */
class IdentityFuzzTest {
  private static final byte[] BODY = {1, 2, 3};
  private static final Identity CA = Identity.authority("CN=Test CA");
  private static final Identity MAC = CA.device("CN=MDM$OTA$abc,O=Daybook");
  private static final Identity EC = CA.ecDevice("CN=EC");

  @Test
  void theSignatureReaderThrowsNothingElse() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String header :
        List.of(
            MAC.signature(BODY, "SHA256withRSA"),
            MAC.directSignature(BODY, "SHA1withRSA"),
            EC.signature(BODY, "SHA384withECDSA"))) {
      seeds.add(Base64.getDecoder().decode(header));
    }
    for (Path file : Shared.fixtures("nanomdm", ".b64")) {
      seeds.add(Base64.getDecoder().decode(Files.readString(file).strip()));
    }
    Mutations.of(seeds)
        .feed(
            bytes -> {
              SignedMessage message = SignedMessage.read(Base64.getEncoder().encodeToString(bytes));
              for (byte[] der : message.certificates()) {
                KnownCertificate certificate = KnownCertificate.read(der);
                Identities.names(message.signer(), certificate.holder());
                if (certificate.key().fits(message.family())) {
                  new Claim(certificate, message, List.of()).prove(BODY);
                }
              }
            },
            UnreadableIdentity.class);
  }

  @Test
  void theCertificateHeaderReaderThrowsNothingElse() {
    byte[] pem = MAC.pem().replace("\n", "%0A").getBytes(StandardCharsets.US_ASCII);
    byte[] bare = Base64.getEncoder().encode(EC.encoded());
    Mutations.of(List.of(pem, bare, MAC.pem().getBytes(StandardCharsets.US_ASCII)))
        .feed(
            bytes ->
                KnownCertificate.read(
                    CertificateHeader.read(new String(bytes, StandardCharsets.ISO_8859_1))),
            UnreadableIdentity.class);
  }

  @Test
  void theSubjectReaderThrowsNothingAtAll() {
    Mutations.of(
            List.of(
                "CN=MDM$OTA$abc,O=Daybook".getBytes(StandardCharsets.US_ASCII),
                "/C=DE/O=\"a, b\"/CN=x\\C3\\A9+UID=7".getBytes(StandardCharsets.US_ASCII)))
        .feed(
            bytes ->
                SubjectName.agrees(
                    new String(bytes, StandardCharsets.ISO_8859_1), MAC.certificate().getSubject()),
            UnreadableIdentity.class);
  }
}
