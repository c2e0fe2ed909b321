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

  /** All that can be pushed with, the one that came first at the front. */
  record ListPushCertificates(Instant now)
      implements PushCertificateIntent<List<PushCertificate>> {}

  /** All of them, also those whose certificate hasn't come yet. */
  record DescribePushCertificates(Instant now)
      implements PushCertificateIntent<List<PushCertificateState>> {}

  /** Opens one with a key that was made here; its name must be new. */
  record CreatePushCertificateKey(Instant now, long number, String name, PushCertificateKey key)
      implements PushCertificateIntent<Void> {}

  /** Begins a renewal with a key that was made here; replies with the key that now waits. */
  record RenewPushCertificateKey(Instant now, long number, PushCertificateKey key)
      implements PushCertificateIntent<PushCertificateKey> {}

  /** Adds one with its key from elsewhere; its name and topic must be new. */
  record AddPushCertificate(Instant now, PushCertificate certificate)
      implements PushCertificateIntent<Void> {}

  /**
   * Takes the certificate that Apple made for the key that waits: adds it, or renews. Replies with
   * the ids of the private keys that are no longer used.
   */
  record CompletePushCertificate(Instant now, PushCertificate certificate)
      implements PushCertificateIntent<List<String>> {}

  /**
   * Renews one with its key from elsewhere: its topic must stay the same. Replies with the ids of
   * the private keys that are no longer used.
   */
  record ReplacePushCertificate(Instant now, PushCertificate certificate)
      implements PushCertificateIntent<List<String>> {}

  /** Deletes one. Replies with the ids of the private keys that are no longer used. */
  record DeletePushCertificate(Instant now, long number)
      implements PushCertificateIntent<List<String>> {}
}
