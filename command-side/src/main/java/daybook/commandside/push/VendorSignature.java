// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.ca.PemCertificates;
import daybook.commandside.ca.PemPrivateKey;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.domain.access.InvalidInput;
import daybook.domain.push.PushCertificateManagement.Vendor;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Signs a certificate signing request as an MDM vendor: the file that Apple's push certificate
 * portal takes, base64 of a property list with the request, the signature (RSA, PKCS#1 v1.5,
 * SHA-256) and the vendor's chain.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/setting-up-push-notifications-for-your-mdm-customers">Setting
 *     up push notifications for your MDM customers</a>
 */
final class VendorSignature {
  static final String CERTIFICATES = "vendor_certificates";
  static final String KEY = "vendor_key";
  private static final int MOST = 10;

  private VendorSignature() {}

  /**
   * The signed request, one line of base64.
   *
   * @param request base64 of the request in DER
   * @throws InvalidInput in words that name the field and what is missing
   */
  static String sign(String request, Vendor vendor) {
    List<X509CertificateHolder> certificates = certificates(vendor.certificates());
    PrivateKey key =
        PemPrivateKey.read(vendor.privateKey(), vendor.password())
            .filter(found -> found.getAlgorithm().equals("RSA"))
            .orElseThrow(() -> InvalidInput.of(KEY, "Could not load PEM private key"));
    Map<String, Object> signed = new LinkedHashMap<>();
    signed.put("PushCertCertificateChain", pem(chain(certificates, key)));
    signed.put("PushCertRequestCSR", request);
    signed.put("PushCertSignature", signature(Base64.getDecoder().decode(request), key));
    return Base64.getEncoder().encodeToString(Plists.write(PlistDict.of(signed)));
  }

  private static List<X509CertificateHolder> certificates(String pem) {
    List<X509CertificateHolder> found;
    try {
      found = PemCertificates.read(pem);
    } catch (IOException | RuntimeException e) {
      InvalidInput refused = InvalidInput.of(CERTIFICATES, "Could not load PEM certificate");
      refused.initCause(e);
      throw refused;
    }
    if (found.size() > MOST) {
      throw InvalidInput.of(CERTIFICATES, "More than %d certificates.".formatted(MOST));
    }
    return found;
  }

  /** The vendor's own first, each signed by the next, up to one that signed itself. */
  private static List<X509CertificateHolder> chain(
      List<X509CertificateHolder> certificates, PrivateKey key) {
    X509CertificateHolder last =
        certificates.stream()
            .filter(it -> KeyPairs.fit(it, key))
            .findFirst()
            .orElseThrow(
                () ->
                    InvalidInput.of(
                        "non_field_errors", "The certificate and key do not form a pair"));
    Set<X509CertificateHolder> chain = new LinkedHashSet<>(List.of(last));
    while (!signed(last, last)) {
      X509CertificateHolder below = last;
      last =
          certificates.stream()
              .filter(it -> !chain.contains(it) && signed(below, it))
              .findFirst()
              .orElseThrow(
                  () ->
                      InvalidInput.of(
                          CERTIFICATES,
                          "The chain is incomplete: the certificate of “%s” is missing, which signed that of “%s”."
                              .formatted(below.getIssuer(), below.getSubject())));
      chain.add(last);
    }
    return List.copyOf(chain);
  }

  private static boolean signed(X509CertificateHolder one, X509CertificateHolder by) {
    try {
      return one.getIssuer().equals(by.getSubject())
          && one.isSignatureValid(new JcaContentVerifierProviderBuilder().build(by));
    } catch (CertException
        | OperatorCreationException
        | java.security.cert.CertificateException e) {
      return false;
    }
  }

  private static String signature(byte[] request, PrivateKey key) {
    try {
      Signature signing = Signature.getInstance("SHA256withRSA");
      signing.initSign(key);
      signing.update(request);
      return Base64.getEncoder().encodeToString(signing.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that signed a moment ago", e);
    }
  }

  private static String pem(List<X509CertificateHolder> chain) {
    StringBuilder text = new StringBuilder();
    chain.forEach(certificate -> text.append(PemCertificates.write(certificate)));
    return text.toString();
  }
}
