// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.Sha256;
import daybook.commandside.ca.SignedContent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.RecordServedProfile;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Records in its session what is about to be served, and signs it where that is asked for. */
@Component
class ProfileWriter {
  private final Intents intents;
  private final CertificateAuthority authority;

  ProfileWriter(Intents intents, CertificateAuthority authority) {
    this.intents = intents;
    this.authority = authority;
  }

  /** The bytes to serve; by then the event is durable. */
  Outcome<byte[]> write(EnrollmentProfile profile, boolean signed, Instant now, Origin origin) {
    byte[] plist = profile.plist();
    SessionId session = profile.challenge().session();
    Outcome<Void> recorded =
        intents.send(
            new RecordServedProfile(
                session, now, profile.terms().served(signed, Sha256.hex(plist))),
            origin);
    if (!recorded.isAccepted()) {
      return recorded.map(none -> null);
    }
    return signed
        ? authority.signing(now).map(signer -> SignedContent.by(signer, plist, now))
        : Outcome.accepted(plist);
  }
}
