// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the certificate authorities that Daybook runs. */
public sealed interface AuthorityIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("certificate-authorities");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** All of them, oldest first; the newest signs. */
  record ListAuthorities(Instant now) implements AuthorityIntent<List<Authority>> {}

  record CreateAuthority(Instant now, Authority authority) implements AuthorityIntent<Void> {}

  /**
   * A certificate authority of ours.
   *
   * @param certificate standard base64 of its DER
   * @param keyId names its private key in the key store
   */
  record Authority(
      String subject, String certificate, String keyId, Instant notBefore, Instant notAfter) {}
}
