// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.profile;

import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.ProfileRefused.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** The authorities in a profile, which a device trusts for TLS once it is installed. */
public final class Roots {
  private static final String ROOT = "com.apple.security.root";

  private Roots() {}

  /**
   * All of them.
   *
   * @throws ProfileRefused when one is no certificate
   */
  public static List<X509CertificateHolder> of(NSDictionary profile) {
    List<X509CertificateHolder> found = new ArrayList<>();
    for (NSDictionary payload : Plists.dictionaries(profile, "PayloadContent")) {
      if (ROOT.equals(Plists.text(payload, "PayloadType"))) {
        found.add(certificate(payload));
      }
    }
    return found;
  }

  private static X509CertificateHolder certificate(NSDictionary payload) {
    try {
      return new X509CertificateHolder(((NSData) payload.get("PayloadContent")).bytes());
    } catch (IOException | ClassCastException | NullPointerException e) {
      throw new ProfileRefused(Reason.NOT_A_PROFILE, "a root payload without a certificate");
    }
  }
}
