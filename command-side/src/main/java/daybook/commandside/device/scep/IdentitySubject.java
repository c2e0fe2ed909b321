// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.session.SessionHistory;
import daybook.commandside.session.SessionName;
import daybook.domain.session.SessionId;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.springframework.stereotype.Component;

/**
 * The subject of an identity: the session's id as its common name and, where the session was opened
 * for a known device, its serial number.
 */
@Component
class IdentitySubject {
  private final SessionHistory history;

  IdentitySubject(SessionHistory history) {
    this.history = history;
  }

  X500Name of(SessionId session) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    name.addRDN(BCStyle.CN, SessionName.of(session));
    history.serialNumber(session).ifPresent(serial -> name.addRDN(BCStyle.SERIALNUMBER, serial));
    return name.build();
  }
}
