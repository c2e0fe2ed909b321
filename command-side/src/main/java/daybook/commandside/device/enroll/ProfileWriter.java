// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.Sha256;
import daybook.commandside.ca.SignedContent;
import daybook.commandside.tls.KeyedChain;
import daybook.commandside.tls.Tls;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.RecordServedProfile;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records in its session what is about to be served, and signs it where that is asked for. */
@Component
class ProfileWriter {
  private final Intents intents;
  private final CertificateAuthority authority;
  private final Tls tls;

  ProfileWriter(Intents intents, CertificateAuthority authority, Tls tls) {
    this.intents = intents;
    this.authority = authority;
    this.tls = tls;
  }

  /** The bytes to serve; by then the event is durable. */
  Outcome<byte[]> write(EnrollmentProfile profile, boolean signed, Instant now, Origin origin) {
    byte[] plist = profile.plist(authorities());
    SessionId session = profile.identity().session();
    Outcome<Void> recorded =
        intents.send(
            new RecordServedProfile(
                session, now, profile.terms().served(signed, Sha256.hex(plist))),
            origin);
    if (!recorded.isAccepted()) {
      return recorded.map(none -> null);
    }
    return signed ? sign(plist, now) : Outcome.accepted(plist);
  }

  /** A profile that no session keeps, signed. */
  Outcome<byte[]> signed(byte[] plist, Instant now) {
    return sign(plist, now);
  }

  /** The authorities that each profile written now holds. */
  AuthorityPayloads authorities() {
    return new AuthorityPayloads(tls.distributed());
  }

  private Outcome<byte[]> sign(byte[] plist, Instant now) {
    Optional<KeyedChain> own = tls.profileSigner();
    return own.isPresent()
        ? Outcome.accepted(SignedContent.by(own.get().certificates(), own.get().key(), plist, now))
        : authority.profileSigner(now).map(signer -> SignedContent.by(signer, plist, now));
  }
}
