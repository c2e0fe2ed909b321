// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.profile;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.ProfileRefused.Reason;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A downloaded profile, with its signature verified.
 *
 * @param signer who signed it, or null when it came unsigned
 */
public record SignedProfile(NSDictionary plist, X509CertificateHolder signer) {
  /**
   * Reads what was downloaded: CMS around a property list, or the property list itself.
   *
   * @throws ProfileRefused when it is neither or the signature is not by the certificate within
   */
  public static SignedProfile read(byte[] bytes) {
    if (Plists.isPlist(bytes)) {
      return new SignedProfile(plist(bytes), null);
    }
    try {
      CMSSignedData signed = new CMSSignedData(bytes);
      X509CertificateHolder signer = verifiedSigner(signed);
      return new SignedProfile(plist((byte[]) signed.getSignedContent().getContent()), signer);
    } catch (CMSException e) {
      throw new ProfileRefused(Reason.NOT_A_PROFILE, e.getMessage());
    }
  }

  private static X509CertificateHolder verifiedSigner(CMSSignedData signed) throws CMSException {
    Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
    if (signers.isEmpty() || signed.getSignedContent() == null) {
      throw new ProfileRefused(Reason.SIGNATURE_BROKEN, "no signer or no content");
    }
    SignerInformation information = signers.iterator().next();
    for (X509CertificateHolder signer : signed.getCertificates().getMatches(null)) {
      if (information.getSID().match(signer) && information.verify(verifier(signer))) {
        return signer;
      }
    }
    throw new ProfileRefused(Reason.SIGNATURE_BROKEN, "no certificate that verifies it");
  }

  private static SignerInformationVerifier verifier(X509CertificateHolder signer) {
    try {
      return new JcaSimpleSignerInfoVerifierBuilder().build(signer);
    } catch (OperatorCreationException | java.security.cert.CertificateException e) {
      throw new ProfileRefused(Reason.SIGNATURE_BROKEN, e.getMessage());
    }
  }

  private static NSDictionary plist(byte[] bytes) {
    try {
      return Plists.read(bytes);
    } catch (IllegalArgumentException e) {
      throw new ProfileRefused(Reason.NOT_A_PROFILE, e.getMessage());
    }
  }
}
