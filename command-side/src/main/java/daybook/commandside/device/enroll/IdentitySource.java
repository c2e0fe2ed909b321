// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.session.Challenge;
import daybook.domain.issuer.ScepIssuerId;

/**
 * From whom devices get their identities. What an issuer of others says of its keys holds for all
 * devices, its challenge too: the session's name in the subject is what tells them apart.
 *
 * @param url where they ask for them; null: at our own SCEP door
 * @param challenge of an issuer of others; null: each session has its own
 * @param keySize of their keys, in bits
 * @param keyUsage Apple's bit mask: 1 signing, 4 encryption; 0: not said
 */
record IdentitySource(
    ScepIssuerId issuer, String name, String url, String challenge, int keySize, int keyUsage) {
  /** Our own authority. */
  static final IdentitySource OWN =
      new IdentitySource(ScepIssuerId.OWN, "Daybook", null, null, 2048, 5);

  boolean isOurs() {
    return url == null;
  }

  /** The same terms, with identities from here. */
  ProfileTerms in(ProfileTerms terms) {
    return isOurs() ? terms : terms.identitiesFrom(url);
  }

  /** What a session keeps of its challenge; null: its issuer judges it. */
  String challengeSha256(Challenge own) {
    return isOurs() ? own.sha256() : null;
  }

  IdentityRequest request(Challenge own, String serialNumber) {
    return new IdentityRequest(
        own.session(), serialNumber, isOurs() ? own.text() : challenge, name, keySize, keyUsage);
  }

  @Override
  public String toString() {
    return "IdentitySource[" + name + " " + url + " " + keySize + " " + keyUsage + "]";
  }
}
