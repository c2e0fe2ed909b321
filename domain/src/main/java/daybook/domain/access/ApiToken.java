// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.time.Instant;

/**
 * An API token as it is known after it was shown.
 *
 * @param sha256 lower-case hex of the SHA-256 of the token
 * @param name what it is for
 * @param issuedAt null of one that was issued before this was kept
 * @param expiresAt null: never
 * @param usedAt the first use on the last day (UTC) on which it was used, or null
 */
public record ApiToken(
    String sha256, String name, Instant issuedAt, Instant expiresAt, Instant usedAt) {

  /** A name for it that tells nothing: the first 128 bits of its hash, in the form of a UUID. */
  public String id() {
    return String.join(
        "-",
        sha256.substring(0, 8),
        sha256.substring(8, 12),
        sha256.substring(12, 16),
        sha256.substring(16, 20),
        sha256.substring(20, 32));
  }

  public boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** The same, used. */
  public ApiToken used(Instant now) {
    return new ApiToken(sha256, name, issuedAt, expiresAt, now);
  }

  @Override
  public String toString() {
    return "ApiToken[" + name + "]";
  }
}
