// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The hosts that a certificate is for.
 *
 * @param names of DNS, lower-case; {@code *.} stands for one label
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9525#section-6.3">RFC 9525, 6.3</a>
 */
record AlternativeNames(List<String> names, List<InetAddress> addresses) {

  static AlternativeNames of(X509CertificateHolder certificate) {
    List<String> names = new ArrayList<>();
    List<InetAddress> addresses = new ArrayList<>();
    if (certificate.getExtension(Extension.subjectAlternativeName) != null) {
      GeneralNames all =
          GeneralNames.fromExtensions(
              certificate.getExtensions(), Extension.subjectAlternativeName);
      for (GeneralName name : all.getNames()) {
        if (name.getTagNo() == GeneralName.dNSName) {
          names.add(name.getName().toString().toLowerCase(Locale.ROOT));
        } else if (name.getTagNo() == GeneralName.iPAddress) {
          add(addresses, ASN1OctetString.getInstance(name.getName()).getOctets());
        }
      }
    }
    return new AlternativeNames(names, addresses);
  }

  /** Whether a host, a name or a literal address, is among them. */
  boolean cover(String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    if (wanted.startsWith("[") || wanted.matches("[0-9.]+")) {
      return addresses.contains(literal(wanted));
    }
    int dot = wanted.indexOf('.');
    return names.contains(wanted) || (dot > 0 && names.contains("*" + wanted.substring(dot)));
  }

  private static void add(List<InetAddress> addresses, byte[] octets) {
    try {
      addresses.add(InetAddress.getByAddress(octets));
    } catch (UnknownHostException e) {
      // Neither four nor sixteen octets: no address.
      return;
    }
  }

  /** Only called with what spells an address, so that nothing here asks DNS. */
  private static InetAddress literal(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
