// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Port: sealing and opening. The additional authenticated data binds a sealed value to its subject,
 * class, event name and field path, so that it can't be moved elsewhere.
 */
public interface Vault {
  /** Seals under the subject's {@code personal} key of the calendar year of {@code now}. */
  Personal personal(Subject subject, String eventName, String path, byte[] plain, Instant now);

  /** Seals under the subject's {@code secret} key. */
  Secret secret(Subject subject, String eventName, String path, byte[] plain);

  /** As {@link #personal}, with a fingerprint of the bytes. */
  Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now);

  /** As {@link #secret}, with a fingerprint of the bytes. */
  Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain);

  /** The bytes, or empty when the key was dropped. Altered or moved values throw. */
  Optional<byte[]> open(Sealed sealed, String eventName, String path);

  /**
   * HMAC-SHA-256 under a key derived from the subject's secret key, as 43 characters of base64url:
   * a pseudonym for a personal id.
   */
  String fingerprint(Subject subject, byte[] plain);

  /** The generation of the subject's keys: 1, and one more after each shredding. */
  int generation(Subject subject);
}
