// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.security.cert.CertificateException;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Who issued a certificate: by name and signature. */
final class Issued {
  private Issued() {}

  static boolean by(X509CertificateHolder issuer, X509CertificateHolder certificate) {
    if (!issuer.getSubject().equals(certificate.getIssuer())) {
      return false;
    }
    try {
      return certificate.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer));
    } catch (CertException | OperatorCreationException | CertificateException e) {
      return false;
    }
  }
}
