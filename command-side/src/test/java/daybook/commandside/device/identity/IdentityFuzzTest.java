// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.fake.Mutations;
import org.junit.jupiter.api.Test;

/** Whatever headers come, the readers answer with an identity or with their own exception. */
class IdentityFuzzTest {
  @Test
  void theSignatureReaderThrowsNothingElse() {
    Mutations.of(IdentitySeeds.signatures())
        .feed(IdentitySeeds::readSignature, UnreadableIdentity.class);
  }

  @Test
  void theCertificateHeaderReaderThrowsNothingElse() {
    Mutations.of(IdentitySeeds.certificateHeaders())
        .feed(IdentitySeeds::readCertificateHeader, UnreadableIdentity.class);
  }

  @Test
  void theReaderOfEnvoysHeaderThrowsNothingElse() {
    Mutations.of(IdentitySeeds.forwardedClientCerts())
        .feed(IdentitySeeds::readForwardedClientCert, UnreadableIdentity.class);
  }

  @Test
  void theSubjectReaderThrowsNothingElse() {
    Mutations.of(IdentitySeeds.subjects())
        .feed(IdentitySeeds::readSubject, UnreadableIdentity.class);
  }
}
