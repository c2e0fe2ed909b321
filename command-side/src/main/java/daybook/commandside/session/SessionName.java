// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.domain.StreamId;
import daybook.domain.session.SessionId;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The common name by which a certificate's subject names its session. */
public final class SessionName {
  private static final String PREFIX = "MDM$OTA$";

  private SessionName() {}

  public static String of(SessionId session) {
    return PREFIX + session.value();
  }

  /** The session that a subject names; no proof of anything by itself. */
  public static Optional<SessionId> in(X500Name subject) {
    RDN[] names = subject.getRDNs(BCStyle.CN);
    if (names.length != 1 || names[0].isMultiValued()) {
      return Optional.empty();
    }
    String name = IETFUtils.valueToString(names[0].getFirst().getValue());
    String id = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
    return StreamId.isId(id) ? Optional.of(new SessionId(id)) : Optional.empty();
  }
}
