// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** An answer as a client takes it apart, its signature verified with the certificate inside it. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ScepReply(byte[] bytes, CMSSignedData signed, SignerInformation signer) {
  static ScepReply read(byte[] bytes) throws Exception {
    CMSSignedData signed = new CMSSignedData(bytes);
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder certificate = null;
    for (X509CertificateHolder sent : signed.getCertificates().getMatches(null)) {
      certificate = signer.getSID().match(sent) ? sent : certificate;
    }
    if (!signer.verify(
        new JcaSimpleSignerInfoVerifierBuilder()
            .build(new JcaX509CertificateConverter().getCertificate(certificate).getPublicKey()))) {
      throw new AssertionError("the answer's signature");
    }
    return new ScepReply(bytes, signed, signer);
  }

  String text(ASN1ObjectIdentifier type) {
    return ((ASN1String) signer.getSignedAttributes().get(type).getAttributeValues()[0])
        .getString();
  }

  byte[] octets(ASN1ObjectIdentifier type) {
    return ((ASN1OctetString) signer.getSignedAttributes().get(type).getAttributeValues()[0])
        .getOctets();
  }

  byte[] envelope() {
    return (byte[]) signed.getSignedContent().getContent();
  }

  CMSEnvelopedData enveloped() throws Exception {
    return new CMSEnvelopedData(envelope());
  }

  List<X509CertificateHolder> certificates(PrivateKey key) throws Exception {
    byte[] bundle =
        enveloped()
            .getRecipientInfos()
            .getRecipients()
            .iterator()
            .next()
            .getContent(new JceKeyTransEnvelopedRecipient(key));
    return new ArrayList<>(new CMSSignedData(bundle).getCertificates().getMatches(null));
  }
}
