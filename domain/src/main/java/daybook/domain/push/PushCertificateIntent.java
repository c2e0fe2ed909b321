// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the push certificates. */
public sealed interface PushCertificateIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("push-certificates");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** All of them, oldest first. */
  record ListPushCertificates(Instant now)
      implements PushCertificateIntent<List<PushCertificate>> {}

  /** Adds one; its name and topic must be new. */
  record AddPushCertificate(Instant now, PushCertificate certificate)
      implements PushCertificateIntent<Void> {}

  /** Renews one: its topic must stay the same. */
  record ReplacePushCertificate(Instant now, PushCertificate certificate)
      implements PushCertificateIntent<Void> {}
}
