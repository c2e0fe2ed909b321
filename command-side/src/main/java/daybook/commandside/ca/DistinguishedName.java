// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;

/** Names of issuers as events and views spell them. */
public final class DistinguishedName {
  private DistinguishedName() {}

  /**
   * A name in RFC 4514.
   *
   * @throws RuntimeException of many kinds when it is malformed, for names are read lazily
   */
  public static String of(X500Name name) {
    try {
      return new X500Principal(name.getEncoded("DER")).getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
