// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** An unwrapped data key. */
record DataKey(String id, String subject, KeyClass keyClass, Aead aead, SecretKey fingerprints) {
  private static final String HMAC = "HmacSha256";
  private static final byte[] PURPOSE = "daybook fingerprint 1".getBytes(StandardCharsets.UTF_8);

  static DataKey of(WrappedKey wrapped, byte[] key) {
    return new DataKey(
        wrapped.id(),
        wrapped.subject(),
        wrapped.keyClass(),
        MasterKey.aead(key),
        wrapped.keyClass() == KeyClass.SECRET ? derive(key) : null);
  }

  /** HMAC-SHA-256 under a key derived from this one, as 43 characters of base64url. */
  String fingerprint(byte[] plain) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(fingerprints);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecretKey derive(byte[] key) {
    try {
      return new SecretKeySpec(Hkdf.computeHkdf(HMAC, key, new byte[0], PURPOSE, 32), HMAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
