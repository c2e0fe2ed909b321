// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/**
 * An encrypted value, the only form in which personal data and secrets pass the door.
 *
 * @param k the id of the data key, {@code <generation>.<random>}
 * @param v the version of this format, 1
 * @param c base64 of nonce and AES-256-GCM cipher text over one codec byte (0 raw, 1 zstd) and the
 *     bytes
 * @param f a fingerprint to compare equal values without opening them, or null
 */
public record Sealed(String k, int v, String c, String f) {
  /** The generation of the subject's keys, which grows when the subject is shredded. */
  public int generation() {
    return Integer.parseInt(k.substring(0, k.indexOf('.')));
  }

  /** Whether both have fingerprints and these are equal. */
  public boolean sameAs(Sealed other) {
    return other != null && f != null && f.equals(other.f());
  }

  @Override
  public String toString() {
    return "Sealed[" + k + "]";
  }
}
