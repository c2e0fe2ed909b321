// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.access.InvalidInput;
import java.util.List;

/**
 * Port: what operators do with push certificates, by API and by page alike. A renewal whose topic
 * is another is refused with {@code TOPIC_CHANGED}, a deletion with {@code IN_USE}; the detail of
 * both says in a sentence which devices would be stranded.
 */
public interface PushCertificateManagement {
  /**
   * A certificate and its private key from elsewhere, or the certificate that Apple made for the
   * key that waits here. Its text shows neither.
   *
   * @param certificate PEM
   * @param privateKey PEM; null: the key waits here
   * @param password of an encrypted key; null or empty: it has none
   */
  record Files(String certificate, String privateKey, String password) {
    @Override
    public String toString() {
      return "Files";
    }
  }

  /**
   * The vendor's certificate and key by which Apple knows who asks for push certificates. Used
   * once, kept nowhere.
   *
   * @param certificates PEM of the vendor's certificate and of those above it up to Apple's root
   * @param password of an encrypted key; null or empty: it has none
   */
  record Vendor(String certificates, String privateKey, String password) {
    @Override
    public String toString() {
      return "Vendor";
    }
  }

  /** All of them, by name. */
  Outcome<List<PushCertificateState>> all(Origin origin);

  /** Makes a key and its request for a new one, and replies with its number. */
  Outcome<Long> createKey(String name, Origin origin);

  /** Makes a key and its request for a renewal, unless one waits already. */
  Outcome<Void> startRenewal(long number, Origin origin);

  /**
   * The request of the key that waits, signed by a vendor as Apple's push certificate portal takes
   * it: one line of base64. Refused with {@code KEY_NOT_WAITING}.
   *
   * @throws InvalidInput when the vendor's files can't be read, don't fit, or lack a link
   */
  Outcome<String> signRequest(long number, Vendor vendor, Origin origin);

  /**
   * Adds one with its key from elsewhere, and replies with its number.
   *
   * @throws InvalidInput when the two can't be read or don't fit
   */
  Outcome<Long> add(String name, Files files, Origin origin);

  /**
   * Takes Apple's certificate for the key that waits, or renews with a key from elsewhere.
   *
   * @param name null: as it is
   * @throws InvalidInput when the two can't be read or don't fit
   */
  Outcome<Void> upload(long number, String name, Files files, Origin origin);

  /** Deletes one that nothing needs. */
  Outcome<Void> delete(long number, Origin origin);
}
