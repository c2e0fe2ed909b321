// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.fake.Shared;
import daybook.domain.enrollment.IdentityMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures that real devices made. */
class CapturedSignaturesTest {
  @Test
  void aSignatureWithoutAttributesMatchesItsBody() throws IOException {
    byte[] body = Shared.fixture("nanomdm/mdm-signature-2.body");
    SignedMessage message = SignedMessage.read(header("mdm-signature-2"));
    assertThat(message.signedAttributes()).isNull();
    assertThat(message.digest()).isEqualTo(DigestName.SHA1);
    Claim claim = claim(message);
    assertThat(claim.prove(body).isAccepted()).isTrue();
    body[body.length - 1] ^= 1;
    assertThat(claim.prove(body).isAccepted()).isFalse();
  }

  @Test
  void theOtherOneIsReadWithItsCertificate() throws IOException {
    SignedMessage message = SignedMessage.read(header("mdm-signature-1"));
    assertThat(message.certificates()).isNotEmpty();
    assertThat(claim(message).sha256()).hasSize(64);
    assertThat(claim(message).prove(new byte[0]).isAccepted()).isFalse();
  }

  private static Claim claim(SignedMessage message) {
    return new Claim(
        KnownCertificate.read(message.certificates().get(0)),
        IdentityMode.SIGNATURE,
        message,
        List.of());
  }

  private static String header(String name) throws IOException {
    return new String(Shared.fixture("nanomdm/" + name + ".b64"), StandardCharsets.US_ASCII);
  }
}
