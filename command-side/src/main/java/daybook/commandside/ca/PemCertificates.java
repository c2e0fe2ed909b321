// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/** Certificates in PEM text, one after another. */
public final class PemCertificates {
  private PemCertificates() {}

  /**
   * Reads all of them.
   *
   * @throws IOException when one can't be read, or anything but certificates is among them
   */
  public static List<X509CertificateHolder> read(String pem) throws IOException {
    List<X509CertificateHolder> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (!(next instanceof X509CertificateHolder certificate)) {
          throw new IOException("it holds something that is no certificate");
        }
        found.add(certificate);
      }
    }
    if (found.isEmpty()) {
      throw new IOException("it holds no certificate");
    }
    return found;
  }

  /** One certificate as PEM. */
  public static String write(X509CertificateHolder certificate) {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was read can't be written", e);
    }
  }
}
